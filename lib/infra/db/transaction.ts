import 'server-only';
import { prisma } from './client';
import type { Prisma } from './generated/client';

/** The database inside one transaction; every store function takes it. */
export type Tx = Prisma.TransactionClient;

export type TransactionOptions = {
  isolation?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable';
  /** The longest the transaction may stay open. */
  timeoutMs?: number;
  /** The longest to wait for a free connection. */
  maxWaitMs?: number;
};

const attempts = 5;
/** Serialization failure and deadlock: the transaction did nothing wrong and may run again. */
const retryable = new Set(['40001', '40P01', 'P2034']);

/**
 * Runs `fn` in one transaction and again, up to five times, when PostgreSQL broke it off for another's sake.
 * `fn` must therefore do nothing outside the transaction. A returned `err` commits what was written before it.
 */
export async function inTransaction<T>(fn: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma().$transaction(fn, {
        isolationLevel: options.isolation ?? 'ReadCommitted',
        timeout: options.timeoutMs ?? 30_000,
        maxWait: options.maxWaitMs ?? 15_000,
      });
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await pause(2 ** attempt * 10 * (0.5 + Math.random()));
    }
  }
}

/** Whether an error means "try the same again": looks through causes, since adapters wrap the database's code. */
export function isRetryable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, kind } = error as Record<string, unknown>;
  if (retryable.has(String(code)) || retryable.has(String(originalCode)) || kind === 'TransactionWriteConflict')
    return true;
  const { cause, meta, driverAdapterError } = error as Record<string, unknown>;
  return [cause, meta, driverAdapterError].some((inner) => isRetryable(inner, depth + 1));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
