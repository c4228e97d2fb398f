import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from './embedded';
import { migrate } from './migrate';

/** One copy for each process that runs tests, since what one merges or sends must not be what another counts. */
async function copies(databaseUrl: string): Promise<void> {
  const home = new URL(databaseUrl);
  const name = home.pathname.slice(1);
  home.pathname = '/template1';
  const client = new pg.Client({ connectionString: home.href });
  await client.connect();
  try {
    for (let copy = 1; copy <= availableParallelism(); copy += 1) {
      await client.query(`drop database if exists "${name}_${copy}" with (force)`);
      await client.query(`create database "${name}_${copy}" template "${name}"`);
    }
  } finally {
    await client.end();
  }
}

/**
 * Gives every `*.db.test.ts` of one run a real, migrated PostgreSQL; TEST_DATABASE_URL names one to use instead.
 * `worker-database.ts` points each process at its own copy.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.WAYMARK_SECRET ??= 'a secret that only tests know, long enough';
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    process.env.DATABASE_URL = given;
    await migrate(given);
    await copies(given);
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'));
  const server = await startEmbedded(folder);
  const tearDown = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  process.env.DATABASE_URL = server.url;
  try {
    await migrate(server.url);
    await copies(server.url);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
