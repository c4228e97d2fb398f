import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { requireEnv } from '../env';
import { PrismaClient } from './generated/client';

/** How long the database may take before it gives up, in milliseconds; docs/decisions says why each has its length. */
export const limits = {
  connectionTimeoutMillis: 10_000,
  idleTimeoutMillis: 60_000,
  statement_timeout: 30_000,
  lock_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
} as const;

const poolSize = 20;

/** A connected client for one database; the process normally wants `prisma()`. */
export function connect(connectionString: string, max = poolSize): PrismaClient {
  const adapter = new PrismaPg({ connectionString, max, application_name: 'waymark', ...limits });
  return new PrismaClient({ adapter });
}

const home = globalThis as typeof globalThis & { waymarkPrisma?: PrismaClient };

/** The process's database client. It lives on `globalThis` because several bundles of one server share it. */
export function prisma(): PrismaClient {
  home.waymarkPrisma ??= connect(requireEnv('databaseUrl'));
  return home.waymarkPrisma;
}
