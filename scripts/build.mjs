import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hintBuild } from './compile-hints.mjs';
import { compressBuild } from './compressed.mjs';
import { hash, pinnedNode, root, run, setUp, step } from './setup.mjs';

const stamp = join(root, '.next/waymark-build');
const folders = ['app', 'components', 'lib', 'public', 'prisma/schema'];
const files = readdirSync(root).filter(
  (name) => (/\.(ts|mjs)$/.test(name) && !name.endsWith('.d.ts')) || name === 'package-lock.json',
);

/** Whether the last build was made from other sources than these. */
export function isBuildStale() {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourcesHash();
}

/** Makes the production build; throws with what the builder said when it fails. */
export async function build(options = {}) {
  const wanted = sourcesHash();
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await run(pinnedNode, [join(root, 'node_modules/next/dist/bin/next'), 'build'], { env, ...options });
  hintBuild(join(root, '.next/static'));
  await compressBuild(join(root, '.next/static'));
  writeFileSync(stamp, wanted);
}

function sourcesHash() {
  const inFolders = folders.flatMap((folder) => walk(join(root, folder)));
  return hash(...files.sort().map((file) => join(root, file)), ...inFolders);
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => name !== 'generated' && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path) : [path];
    });
}

if (process.argv[1]?.endsWith('build.mjs')) {
  await setUp();
  await step('Building', () => build({ stdio: ['ignore', 'inherit', 'inherit'] }));
}
