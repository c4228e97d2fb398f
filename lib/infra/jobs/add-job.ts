import 'server-only';
import type { Tx } from '../db/transaction';
import type { TaskName, TaskPayload } from './tasks';

/** When and how a job runs. */
export interface JobOptions {
  /** A waiting job of the same key is replaced instead of joined. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

/** Puts a job into the outbox within the transaction of the change that causes it: both happen or neither does. */
export async function addJob<N extends TaskName>(
  tx: Tx,
  name: N,
  payload: TaskPayload<N>,
  options: JobOptions = {},
): Promise<void> {
  const { key = null, runAt = null, maxAttempts = 25 } = options;
  await tx.$executeRaw`
    select graphile_worker.add_job(identifier => ${name}::text, payload => ${JSON.stringify(payload)}::json,
      job_key => ${key}::text, run_at => ${runAt}::timestamptz, max_attempts => ${maxAttempts}::int)`;
}
