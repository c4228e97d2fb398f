import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** A follow-up request and what was left for it. */
export interface RequestSplit {
  readonly from: { readonly number: number; readonly title: string };
  readonly followUp: { readonly number: number; readonly title: string };
  readonly itemIds: readonly string[];
  readonly byUserId: string;
  readonly createdAt: Date;
}

/** Records which items one request left for another. */
export async function createRequestSplit(
  tx: Tx,
  workspaceId: string,
  split: {
    fromId: string;
    followUpId: string;
    planId: string;
    itemIds: readonly string[];
    byUserId: string;
    createdAt: Date;
  },
): Promise<void> {
  await tx.requestSplit.createMany({ data: [{ ...split, itemIds: [...split.itemIds], workspaceId }] });
}

/** What left a request and what it was itself left from, oldest first. */
export async function listRequestSplits(tx: Tx, workspaceId: string, requestId: string): Promise<RequestSplit[]> {
  const named = { select: { number: true, title: true } };
  return tx.requestSplit.findMany({
    where: { workspaceId, OR: [{ fromId: requestId }, { followUpId: requestId }] },
    select: { from: named, followUp: named, itemIds: true, byUserId: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { followUpId: 'asc' }],
  });
}

/** Hands the discussions about some items of a request to another, with everything said in them. @returns how many */
export async function moveThreads(
  tx: Tx,
  workspaceId: string,
  move: { readonly fromId: string; readonly toId: string; readonly itemIds: readonly string[] },
): Promise<number> {
  const where = { workspaceId, changeRequestId: move.fromId, itemId: { in: [...move.itemIds] } };
  return (await tx.thread.updateMany({ where, data: { changeRequestId: move.toId } })).count;
}
