import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from './embedded';

let folder = '';
const pidFile = () => join(folder, 'data', 'postmaster.pid');
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that holds the folder until it is killed. */
async function startHolder(): Promise<{ pid: number; kill: () => Promise<void> }> {
  const script = `import { startEmbedded } from './lib/infra/db/embedded.ts';
    await startEmbedded(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((held, fail) => {
    child.stdout.once('data', () => held());
    child.once('exit', () => fail(new Error('the holder ended early')));
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return { pid: child.pid ?? 0, kill };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-embedded-'));
  const server = await startEmbedded(folder);
  await ask(server.url, 'CREATE TABLE kept (value TEXT)');
  await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const count = async (url: string) => (await ask(url, 'SELECT FROM kept')).length;

describe('the embedded PostgreSQL', () => {
  it('keeps its data from one start to the next and its password to its owner', async () => {
    const server = await startEmbedded(folder);
    await ask(server.url, "INSERT INTO kept VALUES ('polite')");
    await server.stop();
    const again = await startEmbedded(folder);
    expect(await count(again.url)).toBe(1);
    expect(again.adopted).toBe(false);
    await again.stop();
    expect(existsSync(pidFile())).toBe(false);
    expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0);
  });

  it('writes what it acknowledges to the disk, and listens on loopback only', async () => {
    const server = await startEmbedded(folder);
    const [row] = await ask(
      server.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
        current_setting('full_page_writes') AS pages, current_setting('listen_addresses') AS addresses`,
    );
    await server.stop();
    expect(row).toEqual({ fsync: 'on', commit: 'on', pages: 'on', addresses: '127.0.0.1' });
  });

  it('refuses a folder that another live process holds, and names it', async () => {
    const holder = await startHolder();
    await expect(startEmbedded(folder)).rejects.toThrow(`in use by another process (process ${holder.pid})`);
    await holder.kill();
    const server = await startEmbedded(folder, { waitMs: 2_000 });
    await server.stop();
  });

  it('takes over the server of a process that was killed, with all it had acknowledged', async () => {
    const holder = await startHolder();
    const before = serverPid();
    await holder.kill();
    const server = await startEmbedded(folder, { waitMs: 2_000 });
    expect(server.adopted).toBe(true);
    expect(serverPid()).toBe(before);
    expect(await count(server.url)).toBe(1);
    await server.stop();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('recovers when the server was killed as well', async () => {
    const holder = await startHolder();
    const server = serverPid();
    await holder.kill();
    process.kill(server, 'SIGKILL');
    const again = await startEmbedded(folder, { waitMs: 2_000 });
    expect(await count(again.url)).toBe(1);
    await again.stop();
  });

  it('is not misled by a note whose process number now belongs to something else', async () => {
    writeFileSync(pidFile(), `${process.pid}\n${folder}\n1\n1\n\n127.0.0.1\n\nready\n`);
    const server = await startEmbedded(folder);
    expect(server.adopted).toBe(false);
    expect(await count(server.url)).toBe(1);
    await server.stop();
  });

  it('begins anew when the first start was killed before there was anything', async () => {
    const young = mkdtempSync(join(tmpdir(), 'waymark-young-'));
    const first = await startEmbedded(young);
    await first.stop();
    writeFileSync(join(young, 'initialising'), '');
    rmSync(join(young, 'data', 'PG_VERSION'));
    const server = await startEmbedded(young);
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    rmSync(young, { recursive: true, force: true });
  });
});
