/** Next.js calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  // biome-ignore-start lint/style/noProcessEnv: Next's own words, which its bundler replaces to keep Node's modules out of other runtimes.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  // biome-ignore-end lint/style/noProcessEnv: see above
  const { runJobs } = await import('./instrumentation-node');
  await runJobs();
}
