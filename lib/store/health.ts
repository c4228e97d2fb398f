import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** Whether the database answers; throws what it says when it does not. */
export async function databaseAnswers(tx: Tx): Promise<true> {
  await tx.$queryRaw`select 1`;
  return true;
}
