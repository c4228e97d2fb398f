import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** Words pinned on an item, or on its plan when `itemId` is null. */
export interface Announcement {
  readonly id: string;
  readonly itemId: string | null;
  readonly text: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly createdBy: { readonly id: string; readonly name: string };
}

const fields = {
  id: true,
  itemId: true,
  text: true,
  startsAt: true,
  endsAt: true,
  createdBy: { select: { id: true, name: true } },
} as const;

/** Pins words on an item or a plan. */
export async function createAnnouncement(
  tx: Tx,
  workspaceId: string,
  announcement: Omit<Announcement, 'createdBy'> & { planId: string; createdById: string; createdAt: Date },
): Promise<void> {
  await tx.announcement.create({ data: { ...announcement, workspaceId } });
}

/** An announcement of a plan. */
export async function readAnnouncement(
  tx: Tx,
  workspaceId: string,
  planId: string,
  id: string,
): Promise<Announcement | undefined> {
  return (await tx.announcement.findFirst({ where: { id, planId, workspaceId }, select: fields })) ?? undefined;
}

/** What has not ended at a moment, what begins first before the rest; for an item with what is pinned on its plan. */
export async function listAnnouncements(
  tx: Tx,
  workspaceId: string,
  planId: string,
  { itemId, at }: { readonly itemId?: string | undefined; readonly at: Date },
): Promise<Announcement[]> {
  return tx.announcement.findMany({
    where: {
      ...{ workspaceId, planId, endsAt: { gt: at } },
      ...(itemId === undefined ? {} : { OR: [{ itemId }, { itemId: null }] }),
    },
    select: fields,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 200,
  });
}

/** How many of a plan have not ended at a moment. */
export async function countAnnouncements(tx: Tx, workspaceId: string, planId: string, at: Date): Promise<number> {
  return tx.announcement.count({ where: { workspaceId, planId, endsAt: { gt: at } } });
}

/** Ends an announcement before its time; one that had not begun is never shown. @returns false for one that is over */
export async function endAnnouncement(
  tx: Tx,
  workspaceId: string,
  { id, startsAt }: Announcement,
  at: Date,
): Promise<boolean> {
  const endsAt = startsAt > at ? startsAt : at;
  const where = { id, workspaceId, endsAt: { gt: at } };
  return (await tx.announcement.updateMany({ where, data: { endsAt } })).count === 1;
}
