import 'server-only';
import type { Tx } from '../infra/db/transaction';
import { type Delivery, deliveryId } from './deliveries';

/** A channel whose digest is due. */
export interface DueDigest {
  readonly channelId: string;
  readonly workspaceId: string;
}

/** The channels with something that waits and is due, longest waiting first. */
export async function listDueDigests(tx: Tx, at: Date, limit: number): Promise<DueDigest[]> {
  return tx.$queryRaw`
    select channel_id as "channelId", workspace_id as "workspaceId" from deliveries
    where status = 'WAITING' and next_attempt_at <= ${at}
    group by channel_id, workspace_id order by min(next_attempt_at), channel_id limit ${limit}`;
}

/** Something that waits, and whether its reader has seen it in the app. */
export type WaitingPart = Pick<Delivery, 'id' | 'subjectKey' | 'userId' | 'planId' | 'happenedAt' | 'nextAttemptAt'> & {
  readonly isSeen: boolean;
  readonly lane: string;
};

/** What waits for a channel's digest and is due, latest first, kept from other processes until the transaction ends. */
export async function takeWaiting(tx: Tx, { channelId, workspaceId }: DueDigest, at: Date): Promise<WaitingPart[]> {
  return tx.$queryRaw`
    select d.id, d.subject_key as "subjectKey", d.user_id as "userId", d.plan_id as "planId", d.lane,
      d.happened_at as "happenedAt", d.next_attempt_at as "nextAttemptAt",
      coalesce(n.updated_at > d.happened_at or n.read_at is not null or n.done_at is not null, false) as "isSeen"
    from deliveries d left join notifications n
      on n.workspace_id = d.workspace_id and n.user_id = d.user_id and n.subject_key = d.subject_key
    where d.workspace_id = ${workspaceId} and d.channel_id = ${channelId} and d.status = 'WAITING'
      and d.next_attempt_at <= ${at}
    order by d.happened_at desc, d.id for update of d`;
}

/** Makes one delivery of parts that wait. */
export async function gatherDigest(
  tx: Tx,
  { channelId, workspaceId }: DueDigest,
  parts: readonly WaitingPart[],
  at: Date,
): Promise<void> {
  const [first] = parts;
  if (!first) return;
  // Its parts are not yet in any other digest, so the latest of them tells this one from all others.
  const id = deliveryId(channelId, `digest:${first.id}`, first.happenedAt);
  await tx.delivery.create({
    data: {
      id,
      workspaceId,
      channelId,
      userId: first.userId,
      planId: first.planId,
      form: 'digest',
      subjectKey: `digest:${first.id}`,
      payload: {},
      status: 'PENDING',
      nextAttemptAt: at,
      lane: first.lane,
      happenedAt: first.happenedAt,
      createdAt: at,
    },
  });
  const ids = parts.map((part) => part.id);
  await tx.delivery.updateMany({
    where: { workspaceId, id: { in: ids } },
    data: { status: 'GATHERED', digestId: id, settledAt: at },
  });
}

/** Ends parts that nobody needs to be told any more. */
export async function skipParts(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  reason: string,
  at: Date,
): Promise<void> {
  await tx.delivery.updateMany({
    where: { workspaceId, id: { in: [...ids] }, status: 'WAITING' },
    data: { status: 'SKIPPED', statusReason: reason, settledAt: at },
  });
}
