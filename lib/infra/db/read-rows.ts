import 'server-only';
import { once } from 'node:events';
import pg from 'pg';
import { requireEnv } from '../env';
import { limits } from './client';

// A pool of its own: whoever reads here may hold a transaction's connection already, and must never wait for another
// one of those.
const home = globalThis as typeof globalThis & { waymarkReader?: pg.Pool };

function reader(): pg.Pool {
  if (home.waymarkReader) return home.waymarkReader;
  const connectionString = requireEnv('databaseUrl');
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    allowExitOnIdle: true,
    application_name: 'waymark-reader',
    ...limits,
  });
  // An idle connection that the server ends is replaced by the next read, which says what is wrong if something is.
  pool.on('error', () => undefined);
  home.waymarkReader = pool;
  return pool;
}

/**
 * Gives each row to `take` just as the driver reads it, of what is committed, and keeps none: for reads of thousands of rows,
 * where the client's own mapping of every cell takes longer than all the rest, and holding them all until the last has come
 * makes the collector copy what is of no use any more. The caller vouches for the shape of a row.
 */
export async function eachRow<Row extends object>(
  text: string,
  values: readonly unknown[],
  take: (row: Row) => void,
): Promise<void> {
  const client = await reader().connect();
  let failed: Error | undefined;
  try {
    const query = client.query(new pg.Query<Row & pg.QueryResultRow>(text, [...values]));
    query.on('row', take);
    await once(query, 'end');
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error));
    throw failed;
  } finally {
    client.release(failed);
  }
}
