import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineCode from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export type SchemaEngine = engineCode.SchemaEngine;
type SchemaFile = engineCode.SchemaContainer;

/** Nothing in the database is left out of a comparison. */
export const noFilter: engineCode.SchemaFilter = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

/** The engine is WebAssembly from npm, so a migration needs no download and no binary. */
function load(): Promise<void> {
  loaded ??= (async () => {
    const code = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await readFile(code.replace(/\.js$/, '.wasm'));
    const imports = { './schema_engine_bg.js': withPatientTimers() } as unknown as WebAssembly.Imports;
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    engineCode.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === 'function') start();
  })();
  return loaded;
}

/** The engine's own ten-second timer must not keep a finished process alive. */
function withPatientTimers(): Record<string, unknown> {
  const imports: Record<string, unknown> = { ...engineCode };
  for (const name of Object.keys(imports).filter((key) => key.startsWith('__wbg_setTimeout'))) {
    imports[name] = (run: () => void, ms: number) => setTimeout(run, ms).unref();
  }
  return imports;
}

async function open(files: SchemaFile[], factory: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  await load();
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  return engineCode.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}

/**
 * Lets `work` use an engine that talks to the database at `connectionString`. What PostgreSQL says against a script is
 * thrown as it is; the engine itself would only say that something was said.
 */
export async function withEngine<T>(
  files: SchemaFile[],
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const factory = new PrismaPg({ connectionString, max: 2, application_name: 'waymark migrate' });
  const connected: SqlDriverAdapter[] = [];
  let said: unknown;
  const connect = async () => {
    const adapter = await factory.connect();
    connected.push(adapter);
    return runWhole(adapter, connectionString, (error) => {
      said = error;
    });
  };
  const engine = await open(files, { ...names, connect, connectToShadowDb: () => factory.connectToShadowDb() });
  try {
    return await work(engine);
  } catch (error) {
    throw said ?? error;
  } finally {
    engine.free();
    // The engine leaves its connections open, and with them the lock it migrates under.
    await Promise.all(connected.map((adapter) => adapter.dispose()));
  }
}

/**
 * Sends a script as one message, which PostgreSQL runs in one transaction: the adapter's own way cuts it at every
 * semicolon, also inside a function. That the migration is done is noted in the same transaction, so a process
 * killed at any moment leaves it wholly applied and noted, or neither.
 */
function runWhole(
  adapter: SqlDriverAdapter,
  connectionString: string,
  onScriptError: (error: unknown) => void,
): SqlDriverAdapter {
  const executeScript = async (script: string) => {
    const client = new pg.Client({ connectionString, application_name: 'waymark migrate script' });
    await client.connect();
    try {
      await client.query(script.includes(record) ? script : `${script};\n${noteDone}`);
    } catch (error) {
      onScriptError(error);
      throw error;
    } finally {
      await client.end();
    }
  };
  return new Proxy(adapter, {
    get: (target, name) => {
      if (name === 'executeScript') return executeScript;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const record = '_prisma_migrations';
const noteDone = `UPDATE "${record}" SET finished_at = now(), applied_steps_count = 1 WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/** The SQL that turns the database of one datamodel into that of another; undefined when they are the same. */
export async function diffDatamodels(before: SchemaFile[], after: SchemaFile[]): Promise<string | undefined> {
  const engine = await open(after, nowhere);
  try {
    const result = await engine.diff({
      from: before.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: before },
      to: { tag: 'schemaDatamodel', files: after },
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return result.exitCode === 0 ? undefined : (result.stdout ?? undefined);
  } finally {
    engine.free();
  }
}

/** The engine asks for a server's version even to compare two texts; this answers for a PostgreSQL that is not there. */
const names = { provider: 'postgres', adapterName: '@prisma/adapter-pg' } as const;
const nobody: SqlDriverAdapter = {
  ...names,
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 16.0', 160_000]],
  }),
  executeRaw: async () => 0,
  executeScript: async () => undefined,
  startTransaction: () => Promise.reject(new Error('two datamodels are compared without a database')),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => undefined,
};
const nowhere: SqlMigrationAwareDriverAdapterFactory = {
  ...names,
  connect: async () => nobody,
  connectToShadowDb: async () => nobody,
};
