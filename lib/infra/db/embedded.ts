import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findPrograms, findRunAs, makePrivate, type Programs, type RunAs } from './embedded-user';

/** A running embedded server, held by this process. */
export type Embedded = {
  /** Of the product's database. */
  url: string;
  /** Whether a server that an earlier process left behind was taken over. */
  adopted: boolean;
  stop: () => Promise<void>;
  /** Settles when the server ends without having been told to. */
  failed: Promise<Error>;
};

type Options = {
  /** How long to wait for another process to let go of the folder. */
  waitMs?: number;
};

const user = 'waymark';
const database = 'waymark';
/** The holder of the folder holds this advisory lock for as long as it lives; a kill releases it. */
const ownerKey = 7_216_492_030;
const readyWithinMs = 60_000;
const stopWithinMs = 20_000;

/**
 * Starts PostgreSQL with its data in `folder`, on loopback and a free port. One process holds a folder at a time;
 * a server whose process was killed is taken over, its data recovered from its log.
 * Throws when another live process holds the folder.
 */
export async function startEmbedded(folder: string, options: Options = {}): Promise<Embedded> {
  const runAs = findRunAs();
  const programs = findPrograms(runAs);
  const home = resolve(folder);
  makePrivate(home, runAs);
  const password = keepPassword(home);
  const data = join(home, 'data');
  const deadline = Date.now() + (options.waitMs ?? 0);

  for (;;) {
    const running = readPidFile(data);
    const found: Found = running ? await own(running, password) : { state: 'silent' };
    if (found.state === 'owned') {
      if (Date.now() >= deadline) throw new Error(`${home} is in use by another process (${found.by})`);
      await pause(250);
      continue;
    }
    if (running && found.state === 'held') return hold(running, password, found.client, true);
    if (running && isPostgres(running.pid)) {
      // It starts, stops or is stuck; none of these lasts, and a stuck one must be ended by a person.
      if (Date.now() >= deadline + readyWithinMs)
        throw new Error(`process ${running.pid} holds ${data} and does not answer`);
      await pause(250);
      continue;
    }
    rmSync(join(data, 'postmaster.pid'), { force: true });
    if (!existsSync(join(data, 'PG_VERSION')) || existsSync(join(home, 'initialising'))) {
      await initialise(home, programs, runAs, password);
    }
    const started = await launch(home, programs, runAs, password);
    // Losing the start means that somebody else won it: look again.
    if (started) return started;
  }
}

/** The address of the server that runs in `folder`, whoever holds it; undefined when none does. */
export function runningEmbedded(folder: string): string | undefined {
  const home = resolve(folder);
  const running = readPidFile(join(home, 'data'));
  return running && isPostgres(running.pid) ? urlOf(running.port, keepPassword(home), database) : undefined;
}

function keepPassword(home: string): string {
  const file = join(home, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/**
 * How PostgreSQL is told where its data is. As another user it may not walk the folders above, so it is started inside
 * the folder and told "here".
 */
function here(data: string, runAs: RunAs): string {
  return runAs && process.platform === 'linux' ? '/proc/self/cwd' : data;
}

async function initialise(home: string, programs: Programs, runAs: RunAs, password: string): Promise<void> {
  const data = join(home, 'data');
  const marker = join(home, 'initialising');
  // A first start that was killed leaves half a folder, in which nobody has stored anything yet.
  if (existsSync(marker)) rmSync(data, { recursive: true, force: true });
  writeFileSync(marker, '');
  makePrivate(data, runAs);
  const passwordFile = join(home, 'initial-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
  const args = [
    `--pgdata=${here(data, runAs)}`,
    `--pwfile=${join(here(data, runAs), '..', 'initial-password')}`,
    `--username=${user}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  if (here(data, runAs) !== data) args[1] = '--pwfile=/proc/self/cwd/../initial-password';
  const child = spawn(programs.initdb, args, {
    cwd: data,
    env: bareEnvironment(),
    ...runAs,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done));
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb could not make ${data}:\n${output}`);
  rmSync(marker);
}

async function launch(home: string, programs: Programs, runAs: RunAs, password: string): Promise<Embedded | undefined> {
  const data = join(home, 'data');
  const logFile = join(home, 'server.log');
  const log = openSync(logFile, 'w', 0o600);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=120',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  // Detached, so that Control+C ends the application first and the database after it.
  const child = spawn(programs.postgres, ['-D', here(data, runAs), ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: data,
    env: bareEnvironment(),
    ...runAs,
    detached: true,
    stdio: ['ignore', log, log],
  });
  const ended = new Promise<string>((done) => {
    child.on('error', (error) => done(error.message));
    child.on('exit', (code, signal) => done(`code ${code ?? signal}`));
  });
  let gone: string | undefined;
  ended.then((how) => {
    gone = how;
  });

  const giveUpAt = Date.now() + readyWithinMs;
  while (gone === undefined && Date.now() < giveUpAt) {
    const running = readPidFile(data);
    if (running && running.pid === child.pid) {
      const found = await own(running, password);
      if (found.state === 'held') return hold(running, password, found.client, false, child);
      if (found.state === 'owned') break;
    }
    await pause(40);
  }
  const other = readPidFile(data);
  if (gone !== undefined && other && other.pid !== child.pid && isPostgres(other.pid)) return undefined;
  child.kill('SIGINT');
  throw new Error(`PostgreSQL did not start in ${data} (${gone ?? 'no answer'}):\n${tail(logFile)}`);
}

type Running = { pid: number; port: number };
type Found = { state: 'held'; client: pg.Client } | { state: 'owned'; by: string } | { state: 'silent' };

/** Becomes the holder of a running server, if it answers and nobody else is. */
async function own(running: Running, password: string): Promise<Found> {
  const client = new pg.Client({
    connectionString: urlOf(running.port, password, 'postgres'),
    application_name: `waymark owner, process ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [ownerKey]);
    if (rows[0]?.got) return { state: 'held', client };
    const owner = await client.query<{ name: string }>(
      "SELECT application_name AS name FROM pg_stat_activity WHERE application_name LIKE 'waymark owner%' AND pid <> pg_backend_pid()",
    );
    await client.end();
    return { state: 'owned', by: owner.rows[0]?.name.replace('waymark owner, ', '') ?? 'unknown' };
  } catch {
    await client.end().catch(() => undefined);
    return { state: 'silent' };
  }
}

async function hold(
  { pid, port }: Running,
  password: string,
  owner: pg.Client,
  adopted: boolean,
  child?: ChildProcess,
): Promise<Embedded> {
  const known = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (known.rowCount === 0) await owner.query(`CREATE DATABASE ${database}`);
  let stopping = false;
  const failed = new Promise<Error>((report) => {
    const lost = () => {
      if (!stopping) report(new Error('The embedded PostgreSQL has ended by itself; see server.log in its folder'));
    };
    owner.on('end', lost);
  });
  child?.unref();
  const stop = async () => {
    stopping = true;
    const { rows } = await owner
      .query<{ data: string }>("SELECT current_setting('data_directory') AS data")
      .catch(() => ({ rows: [] }));
    await owner.end().catch(() => undefined);
    if (rows.length > 0 || isPostgres(pid)) end(pid, 'SIGINT');
    const giveUpAt = Date.now() + stopWithinMs;
    while (isPostgres(pid) && Date.now() < giveUpAt) await pause(25);
    if (isPostgres(pid)) end(pid, 'SIGQUIT');
  };
  return { url: urlOf(port, password, database), adopted, stop, failed };
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has gone already.
  }
}

/** The process PostgreSQL noted in its folder, alive or not; undefined when it noted none it could listen with. */
function readPidFile(data: string): Running | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 ? { pid, port } : undefined;
}

/** Whether a process lives and is a PostgreSQL: after a restart its number may belong to anything. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const status = `/proc/${pid}/stat`;
  if (!existsSync('/proc/self/stat')) return true;
  if (!existsSync(status)) return false;
  const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(status, 'utf8')) ?? [];
  return name === 'postgres' && state !== 'Z';
}

function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', NODE_ENV: 'production' };
}

function urlOf(port: number, password: string, name: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
