import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireEnv } from '@/lib/infra/env';
import { migrate, migrationsFolder } from './migrate';
import { listMigrations } from './migrations';

const databases = ['migrate_twice', 'migrate_at_once', 'migrate_broken'];
const urlOf = (name: string) => Object.assign(new URL(requireEnv('databaseUrl')), { pathname: `/${name}` }).href;

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  beforeAll(async () => {
    for (const name of databases) await ask(requireEnv('databaseUrl'), `CREATE DATABASE ${name}`);
  });
  afterAll(async () => {
    for (const name of databases) await ask(requireEnv('databaseUrl'), `DROP DATABASE ${name} WITH (FORCE)`);
  });

  it('applies every migration once and then nothing', async () => {
    const known = (await listMigrations(migrationsFolder)).map(({ name }) => name);
    expect(known.length).toBeGreaterThan(0);
    expect(await migrate(urlOf('migrate_twice'))).toEqual(known);
    expect(await migrate(urlOf('migrate_twice'))).toEqual([]);
  });

  it('lets migrators that start together take turns', async () => {
    const url = urlOf('migrate_at_once');
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const known = (await listMigrations(migrationsFolder)).map(({ name }) => name);
    expect(applied.filter((names) => names.length > 0)).toEqual([known]);
    const rows = await ask<{ name: string }>(url, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1');
    expect(rows.map(({ name }) => name)).toEqual(known);
  });

  it('leaves nothing of a migration that breaks off, applies it once mended, and refuses one edited later', async () => {
    const url = urlOf('migrate_broken');
    const folder = mkdtempSync(join(tmpdir(), 'waymark-migrations-'));
    const write = (sql: string) => {
      mkdirSync(join(folder, '1_start'), { recursive: true });
      writeFileSync(join(folder, '1_start', 'migration.sql'), sql);
      writeFileSync(join(folder, '1_start', 'datamodel.prisma'), 'datasource db {\n  provider = "postgresql"\n}\n');
    };
    const tables = async () =>
      (await ask<{ name: string }>(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")).map(
        ({ name }) => name,
      );

    write('CREATE TABLE first (id TEXT); CREATE TABLE second (id NOTHING_LIKE_IT);');
    await expect(migrate(url, folder)).rejects.toThrow(/nothing_like_it/);
    expect(await tables()).toEqual(['_prisma_migrations']);

    write("CREATE TABLE first (id TEXT); DO $$ BEGIN PERFORM 'a;b'; END $$;");
    expect(await migrate(url, folder)).toEqual(['1_start']);
    expect(await tables()).toContain('first');

    write('CREATE TABLE first (id TEXT, name TEXT);');
    await expect(migrate(url, folder)).rejects.toThrow('edited after it was applied: 1_start');
    rmSync(folder, { recursive: true, force: true });
  });
});
