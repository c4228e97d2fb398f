import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '@/lib/infra/db/migrate';
import { parseEnv } from '@/lib/infra/env';
import { build, isBuildStale } from './build.mjs';
import {
  type Database,
  isEmpty,
  keepSecret,
  openDatabase,
  openDataDir,
  recreateDatabase,
  waitForPort,
} from './instance';
import { root, step } from './setup.mjs';

const develop = process.argv.includes('--dev');
const drainWithinMs = 12_000;
const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

let database: Database | undefined;
let server: ChildProcess | undefined;
const stopBuild = new AbortController();
let stopping: Promise<void> | undefined;

/** Lets running requests end, then ends the server and after it the database. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    stopBuild.abort();
    const running = server;
    if (running && running.exitCode === null && running.signalCode === null) {
      const gone = new Promise((done) => running.once('exit', done));
      running.kill('SIGTERM');
      const late = setTimeout(() => running.kill('SIGKILL'), drainWithinMs);
      await gone;
      clearTimeout(late);
    }
    await database?.embedded?.stop();
    process.exit(code);
  })();
  return stopping;
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0));
// The first stage was killed and could pass no signal on.
process.on('disconnect', () => stop(0));

try {
  await start();
} catch (error) {
  if (!stopping) console.error(`\nWaymark cannot start: ${error instanceof Error ? error.message : error}`);
  await stop(1);
}

async function start(): Promise<void> {
  const env = parseEnv(process.env);
  const own = env.databaseUrl === undefined;
  const host = own && !(env.host && loopback.has(env.host)) ? '127.0.0.1' : (env.host ?? '0.0.0.0');
  if (own && env.host && host !== env.host) {
    console.log('  HOST is ignored: without DATABASE_URL this is a trial instance, which listens on loopback only.');
  }
  await waitForPort(env.port, host, 8_000);

  await step(own ? 'Starting PostgreSQL' : 'Connecting to PostgreSQL', async () => {
    database = await openDatabase(env);
    database.embedded?.failed.then((error) => {
      console.error(`\n${error.message}`);
      stop(1);
    });
    return database.embedded?.adopted ? 'took over the one left running' : undefined;
  });
  const url = database?.url ?? '';
  const seeding = join(openDataDir(env), 'seeding');
  // A seeding that was killed left half a demo that nobody has seen; begin it again from nothing.
  if (own && existsSync(seeding)) await recreateDatabase(url);
  // The build takes longest and needs no database, so the two go on side by side.
  const stale = !develop && isBuildStale();
  const built = stale ? step('Building', () => build({ signal: stopBuild.signal })) : Promise.resolve();
  built.catch(() => undefined);
  await step('Migrating', async () => (await migrate(url)).join(', '));

  Object.assign(process.env, { DATABASE_URL: url, WAYMARK_SECRET: keepSecret(env), NEXTAUTH_SECRET: keepSecret(env) });
  const address = process.env.WAYMARK_URL ?? process.env.NEXTAUTH_URL ?? `http://localhost:${env.port}`;
  Object.assign(process.env, { WAYMARK_URL: address, NEXTAUTH_URL: address });
  const demo = own && process.env.WAYMARK_DEMO !== '0';
  process.env.WAYMARK_DEMO = demo ? '1' : '0';
  if (demo && (await isEmpty(url))) await seedInto(seeding);
  await built;

  await step('Starting the server', () => serve(env.port, host));
  console.log(`\nWaymark is ready at ${address}\n`);
}

/** Seeds an instance nobody has used; the marker stands for as long as that takes. */
async function seedInto(marker: string): Promise<void> {
  await step('Seeding the demo workspace', async () => {
    writeFileSync(marker, '');
    const { seed } = await import('./seed');
    await seed();
    rmSync(marker, { force: true });
  });
}

/** Starts Next.js and waits until it answers. */
async function serve(port: number, host: string): Promise<void> {
  const leash = join(root, 'scripts/leash.mjs');
  const args = develop
    ? [
        `--import=${leash}`,
        join(root, 'node_modules/next/dist/bin/next'),
        'dev',
        '--port',
        String(port),
        '--hostname',
        host,
      ]
    : [`--import=${leash}`, join(root, 'scripts/serve.mjs'), String(port), host];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: develop ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  server = child;
  child.stdout?.pipe(process.stdout, { end: false });
  child.on('exit', (code, signal) => {
    if (stopping) return;
    console.error(`\nThe server has ended by itself (${code ?? signal}).`);
    stop(1);
  });
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  while (!stopping) {
    try {
      await fetch(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/api/v1/health`);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
