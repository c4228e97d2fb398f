import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffDatamodels } from './schema-engine';

/** One step of the database: generated SQL, then what is written by hand, and the datamodel it ends at. */
export type Migration = { name: string; sql: string; datamodel: string };

const sqlFile = 'migration.sql';
const datamodelFile = 'datamodel.prisma';
/** What stands below this line in a migration is written by hand and stays when the rest is generated again. */
const byHandLine = '-- What follows Prisma has no words for.';

/** The migrations in `folder`, oldest first. */
export async function listMigrations(folder: string): Promise<Migration[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const read = (file: string) => readFile(join(folder, name, file), 'utf8');
  const [sql, datamodel] = await Promise.all([read(sqlFile), read(datamodelFile)]);
  return { name, sql, datamodel };
}

/** The whole schema as one text, files in the order of their names. */
export async function readSchema(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.prisma')).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.join('\n');
}

/** The SQL still missing from the migrations, or undefined when they end at the schema. */
export async function findDrift(schemaFolder: string, migrationsFolder: string): Promise<string | undefined> {
  const last = (await listMigrations(migrationsFolder)).at(-1);
  return diffDatamodels(asFiles(last?.datamodel), asFiles(await readSchema(schemaFolder)));
}

/**
 * Writes the migration `name` from where the others end to the schema. The newest one may be written again under
 * its own name until it is released; its hand-written part stays.
 * @returns the folder written, or undefined when there is nothing to do
 */
export async function writeMigration(
  schemaFolder: string,
  migrationsFolder: string,
  name: string,
): Promise<string | undefined> {
  const existing = await listMigrations(migrationsFolder);
  const newest = existing.at(-1);
  const again = newest?.name.replace(/^\d+_/, '') === name;
  const before = again ? existing.at(-2) : newest;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const datamodel = await readSchema(schemaFolder);
  const sql = await diffDatamodels(asFiles(before?.datamodel), asFiles(datamodel));
  if (sql === undefined) return undefined;
  const folder = join(migrationsFolder, again && newest ? newest.name : `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  // Every database has it, and the migrating role may not be allowed to make one.
  const generated = sql.replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n/, '');
  const byHand = again ? newest?.sql.split(byHandLine)[1] : undefined;
  await writeFile(
    join(folder, sqlFile),
    `${generated.trimEnd()}\n\n${byHandLine}\n${byHand ? `\n${byHand.trim()}\n` : ''}`,
  );
  await writeFile(join(folder, datamodelFile), datamodel);
  return folder;
}

/** A datamodel's text as the engine takes it. */
export function asFiles(datamodel: string | undefined): { path: string; content: string }[] {
  return datamodel === undefined ? [] : [{ path: datamodelFile, content: datamodel }];
}
