import 'server-only';
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
 * Rows just as the driver reads them, of what is committed: for reads of thousands of rows, where the client's own
 * mapping of every cell takes longer than all the rest. The caller vouches for the shape of a row.
 */
export async function readRows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await reader().query<Row & pg.QueryResultRow>(text, [...values])).rows;
}
