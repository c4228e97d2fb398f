import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build, isBuildStale } from '../scripts/build.mjs';
import { root } from '../scripts/setup.mjs';

const readyWithinMs = 60_000;

/** The product as people run it, on the database of the bench. */
export interface ProductionServer {
  readonly url: string;
  /** Milliseconds of processor time it has used; 0 where the system does not tell. */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** Starts the production build, making it first when the sources have changed since. */
export async function startProductionServer(): Promise<ProductionServer> {
  if (isBuildStale()) await build();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(root, 'scripts/serve.mjs'), String(port), 'localhost'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', LOG_LEVEL: 'warn', ...address(url) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  };
  try {
    await answers(child, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, cpuMs: () => cpuMsOf(child.pid ?? 0), stop };
}

function address(url: string): Record<string, string> {
  return { WAYMARK_URL: url, NEXTAUTH_URL: url, NEXTAUTH_SECRET: process.env.WAYMARK_SECRET ?? '' };
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  const giveUpAt = Date.now() + readyWithinMs;
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const reply = await fetch(`${url}/api/v1/health`).catch(() => undefined);
    if (reply?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the production server does not answer');
}

/** Linux counts in hundredths of a second. */
function cpuMsOf(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const [, after = ''] = readFileSync(file, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, 'localhost', () => {
      const at = server.address();
      server.close(() => found(typeof at === 'object' && at ? at.port : 0));
    });
  });
}
