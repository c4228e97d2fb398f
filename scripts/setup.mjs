import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything in this file must run on Node 18 with nothing installed.

/** The folder of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** The Node this product runs on, once it is installed. */
export const pinnedNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** What the pinned Node needs to run TypeScript that belongs to the server. */
export const typescript = ['--conditions=react-server', '--import=tsx'];

const lockfile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules/.waymark-installed');
const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];

/** Says what is being done, and how long it took; `work` answers with a remark or nothing. */
export async function step(title, work) {
  const started = Date.now();
  console.log(`  ${title} …`);
  try {
    const remark = await work();
    console.log(`  ${title}: done in ${seconds(started)}${remark ? ` (${remark})` : ''}`);
  } catch (error) {
    console.log(`  ${title}: failed after ${seconds(started)}`);
    throw error;
  }
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** Brings dependencies, the pinned runtime and the generated database client up to date with the repository. */
export async function setUp() {
  if (!isInstalled()) await step('Installing dependencies', install);
  if (!isRightNode()) await step('Installing the pinned Node', installNode);
  linkNode();
  const wanted = schemaHash();
  if (!existsSync(clientStamp) || readFileSync(clientStamp, 'utf8') !== wanted) {
    await step('Generating the database client', () => generateClient(wanted));
  }
  // Some tools start `node` by name and must not meet the one this was started with.
  process.env.PATH = [dirname(pinnedNode), process.env.PATH].join(delimiter);
}

function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  // npm's own record is as new as the lockfile when somebody installed by hand; a checkout may make it look older.
  if (statSync(hidden).mtimeMs >= statSync(lockfile).mtimeMs) return true;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash(lockfile);
}

async function install() {
  // No package's script runs here; the one that must (the pinned Node) runs below, by name. The development
  // dependencies are needed to build, whatever NODE_ENV says.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['ci', '--ignore-scripts', '--include=dev', ...quiet], { shell: process.platform === 'win32' });
  writeFileSync(stamp, hash(lockfile));
}

function isRightNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8')).version;
  if (!existsSync(pinnedNode)) return false;
  return spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${wanted}`;
}

async function installNode() {
  const env = { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_loglevel: 'error' };
  await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(root, 'node_modules/node'), env });
}

/** npm links a package's commands before this one is there; `npm run` is to find it all the same. */
function linkNode() {
  const link = join(root, 'node_modules/.bin/node');
  if (!existsSync(link) && process.platform !== 'win32') symlinkSync('../node/bin/node', link);
}

const generated = join(root, 'lib/infra/db/generated');
const clientStamp = join(generated, '.made-from');

function schemaHash() {
  const folder = join(root, 'prisma/schema');
  const files = readdirSync(folder)
    .sort()
    .map((file) => join(folder, file));
  return hash(join(root, 'node_modules/prisma/package.json'), ...files);
}

async function generateClient(wanted) {
  // `generate` needs no engine, but the command looks for one first; any executable stops it from downloading.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: pinnedNode,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await run(pinnedNode, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], { env });
  writeFileSync(clientStamp, wanted);
}

/** One digest of the contents of `files`, in the order given. */
export function hash(...files) {
  const sum = createHash('sha256');
  for (const file of files) sum.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return sum.digest('hex');
}

/** Runs a command to its end; throws with what it printed when it fails. */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const note = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', note);
    child.stderr?.on('data', note);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code === 0) done(output);
      else fail(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}:\n${output.trim()}`));
    });
  });
}
