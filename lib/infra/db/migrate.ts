import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { asFiles, listMigrations, type Migration } from './migrations';
import { noFilter, withEngine } from './schema-engine';

/** Any number that no other user of the same database takes; migrators of all versions must agree on it. */
const lockKey = 7_216_492_031;

/** The folder of this product's migrations, seen from the folder the process was started in. */
export const migrationsFolder = join(process.cwd(), 'prisma', 'migrations');

/**
 * Brings the database up to date and answers with the names of the migrations it applied. Safe to run from many
 * processes at once: they take turns under an advisory lock and the late ones find nothing left to do.
 * Throws when a past migration was edited or is unknown to this version.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'waymark migrate lock' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    const applied = await apply(databaseUrl, await listMigrations(folder));
    await runMigrations({ connectionString: databaseUrl, maxPoolSize: 1 });
    return applied;
  } finally {
    await client.end();
  }
}

function apply(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  const migrationsList = asList(migrations);
  const question = { migrationsList, optInToShadowDatabase: false, filters: noFilter };

  return withEngine(asFiles(migrations.at(-1)?.datamodel), databaseUrl, async (engine) => {
    // One that broke off has left nothing behind, since each runs in one transaction: it may simply run again.
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory(question);
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });

    const { editedMigrationNames, history } = await engine.diagnoseMigrationHistory(question);
    if (editedMigrationNames.length > 0) {
      throw new Error(`a migration was edited after it was applied: ${editedMigrationNames.join(', ')}`);
    }
    if (history === null) return [];
    if (history.diagnostic !== 'databaseIsBehind') {
      throw new Error(
        `the database was migrated by another version, which knows: ${history.unpersistedMigrationNames.join(', ')}`,
      );
    }
    return (await engine.applyMigrations({ migrationsList, filters: noFilter })).appliedMigrationNames;
  });
}

function asList(migrations: Migration[]) {
  return {
    baseDir: 'migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}
