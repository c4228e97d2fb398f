import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Embedded, startEmbedded } from '@/lib/infra/db/embedded';
import { migrate } from '@/lib/infra/db/migrate';
import { type Env, parseEnv } from '@/lib/infra/env';

/** The database of an instance: one of its own, or one it was given. */
export type Database = { url: string; embedded: Embedded | undefined };

/** Starts the embedded database, or takes the given one. */
export async function openDatabase(env: Env): Promise<Database> {
  if (env.databaseUrl) return { url: env.databaseUrl, embedded: undefined };
  // A server that was told to stop a moment ago may still be draining.
  const embedded = await startEmbedded(join(openDataDir(env), 'postgres'), { waitMs: 8_000 });
  return { url: embedded.url, embedded };
}

/** Does something with a migrated database while no server runs, and lets go of it. */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { url, embedded } = await openDatabase(parseEnv(process.env));
  try {
    process.env.DATABASE_URL = url;
    const applied = await migrate(url);
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
    await work(url);
  } finally {
    await embedded?.stop();
  }
}

/** The folder an instance keeps its own things in, made private when it is new. */
export function openDataDir(env: Env): string {
  const folder = resolve(env.dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The secret that signs sessions: the given one, or one made once and kept where only its owner can read it. */
export function keepSecret(env: Env): string {
  if (env.secret) return env.secret;
  const file = join(openDataDir(env), 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Whether nobody has used the database yet. */
export async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM workspaces) OR EXISTS (SELECT FROM users) AS used',
    );
    return rows[0]?.used === false;
  } finally {
    await client.end();
  }
}

/** Throws a database away and makes it again, empty. */
export async function recreateDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Waits until nobody listens on a port; throws when somebody still does after `waitMs`. */
export async function waitForPort(port: number, host: string, waitMs: number): Promise<void> {
  const giveUpAt = Date.now() + waitMs;
  while (!(await isFree(port, host))) {
    if (Date.now() > giveUpAt)
      throw new Error(`port ${port} is in use: choose another, as in PORT=${port + 1} npm start`);
    await new Promise((done) => setTimeout(done, 250));
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.on('error', () => done(false));
    server.listen(port, host, () => server.close(() => done(true)));
  });
}
