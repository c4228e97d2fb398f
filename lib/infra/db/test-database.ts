import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from './embedded';
import { migrate } from './migrate';

/** Gives every `*.db.test.ts` of one run a real, migrated PostgreSQL; TEST_DATABASE_URL names one to use instead. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.WAYMARK_SECRET ??= 'a secret that only tests know, long enough';
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    process.env.DATABASE_URL = given;
    await migrate(given);
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
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
