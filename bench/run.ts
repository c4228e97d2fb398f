import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@/lib/infra/db/embedded';
import { migrate } from '@/lib/infra/db/migrate';
import { partNames } from './parts';

/**
 * Measures what is promised: one JSON line per figure on standard output, the exit code tells whether all are met.
 * Every part runs in a process of its own, so that none pays for the memory or the compiled code of another; names on
 * the command line choose parts.
 */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !partNames.includes(name));
if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}: choose of ${partNames.join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
const database = await startEmbedded(folder);
let missed = 0;
try {
  await migrate(database.url);
  for (const name of asked.length > 0 ? asked : partNames) {
    if ((await runPart(name, database.url)) !== 0) missed += 1;
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed === 0 ? 0 : 1);

function runPart(name: string, url: string): Promise<number> {
  const part = new URL('part.ts', import.meta.url).pathname;
  const args = ['--conditions=react-server', '--import=tsx', '--expose-gc', part, name];
  const env = { ...process.env, DATABASE_URL: url, WAYMARK_SECRET: 'a secret that only the bench knows, long enough' };
  const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}
