import { env } from '../env';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The origins under which browsers reach this instance; a loopback address has three spellings. */
export function ownOrigins(): string[] {
  const base = new URL(env().baseUrl);
  if (!loopback.has(base.hostname)) return [base.origin];
  const port = base.port ? `:${base.port}` : '';
  return [...loopback].map((host) => `${base.protocol}//${host}${port}`);
}
