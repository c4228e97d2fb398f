import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireEnv } from '@/lib/infra/env';
import { migrate, migrationsFolder } from './migrate';
import { listMigrations } from './migrations';

const databases = ['migrate_twice', 'migrate_at_once'];
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
});
