import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const output = 'lib/infra/db/generated';
const stamp = join(output, '.made-from');

/** Writes the database client when the schema is newer than it. */
export function generateClient(root = process.cwd()) {
  const folder = join(root, 'prisma/schema');
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/prisma/package.json')));
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  const wanted = hash.digest('hex');
  const at = join(root, stamp);
  if (existsSync(at) && readFileSync(at, 'utf8') === wanted) return false;

  // `generate` needs no engine, but the command looks for one first; any executable stops it from downloading.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  const run = spawnSync(process.execPath, [prisma, 'generate'], { cwd: root, env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}\n${run.stderr}`);
  mkdirSync(join(root, output), { recursive: true });
  writeFileSync(at, wanted);
  return true;
}

if (process.argv[1]?.endsWith('generate.mjs')) console.log(generateClient() ? 'Generated the client.' : 'The client is up to date.');
