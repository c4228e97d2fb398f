import 'server-only';
import type { Tx } from '../infra/db/transaction';

const keptPerPerson = 50;

/** Notes that a member looked at an item; the oldest are forgotten. */
export async function touchRecent(
  tx: Tx,
  workspaceId: string,
  visit: { planId: string; userId: string; itemId: string; at: Date },
): Promise<void> {
  const { userId, itemId, at } = visit;
  await tx.recentItem.upsert({
    where: { userId_itemId: { userId, itemId } },
    create: { ...visit, workspaceId },
    update: { at },
  });
  await tx.$executeRaw`
    delete from recent_items where user_id = ${userId} and workspace_id = ${workspaceId} and item_id in (
      select item_id from recent_items where user_id = ${userId} and workspace_id = ${workspaceId}
      order by at desc, item_id offset ${keptPerPerson})`;
}

/** What a member looked at, last first, in one plan when asked for. */
export async function listRecents(
  tx: Tx,
  workspaceId: string,
  userId: string,
  options: { planId?: string | undefined; limit?: number | undefined } = {},
): Promise<{ planId: string; itemId: string; at: Date }[]> {
  return tx.recentItem.findMany({
    where: { workspaceId, userId, ...(options.planId === undefined ? {} : { planId: options.planId }) },
    select: { planId: true, itemId: true, at: true },
    orderBy: [{ at: 'desc' }, { itemId: 'asc' }],
    take: options.limit ?? 20,
  });
}
