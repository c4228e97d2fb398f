import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** Whose key it is; `scope` is a workspace's id, or empty for a request that stands in none. */
export interface KeyPlace {
  readonly scope: string;
  readonly userId: string;
  readonly key: string;
}

/** What became of the request that took a key first; `status` is null while it runs. */
export interface KeptReply {
  readonly requestHash: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly createdAt: Date;
}

/** Takes a key. @returns undefined when it was free, else what is known of the request that took it before */
export async function claimIdempotencyKey(
  tx: Tx,
  claim: KeyPlace & { readonly requestHash: string; readonly createdAt: Date },
): Promise<KeptReply | undefined> {
  if ((await tx.idempotencyKey.createMany({ data: [claim], skipDuplicates: true })).count === 1) return undefined;
  const { scope, userId, key } = claim;
  const row = await tx.idempotencyKey.findUnique({ where: { scope_userId_key: { scope, userId, key } } });
  return row
    ? { requestHash: row.requestHash, status: row.status, body: row.body, createdAt: row.createdAt }
    : undefined;
}

/** Keeps the first reply under its key; a later one changes nothing. */
export async function finishIdempotencyKey(
  tx: Tx,
  reply: KeyPlace & { readonly status: number; readonly body: string },
): Promise<void> {
  const { scope, userId, key, status, body } = reply;
  await tx.idempotencyKey.updateMany({ where: { scope, userId, key, status: null }, data: { status, body } });
}

/** Removes keys that are older than anybody repeats a request. */
export async function sweepIdempotencyKeys(tx: Tx, before: Date): Promise<number> {
  return (await tx.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } })).count;
}
