import 'server-only';
import type { WatchLevel } from '../domain/watch/target';
import type { Tx } from '../infra/db/transaction';

/** How many members watch an item, and how who asks does. */
export interface WatchCount {
  readonly watchers: number;
  readonly watching: boolean;
  /** Null without a watch of their own. */
  readonly level: WatchLevel | null;
}

/** Watchers of items of a plan, for rows and pages; items nobody watches or muted are missing. */
export async function countWatchesOfItems(
  tx: Tx,
  workspaceId: string,
  planId: string,
  userId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, WatchCount>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ itemId: string } & WatchCount)[]>`
    select target_id as "itemId", (count(*) filter (where level <> 'none'))::int as watchers,
      bool_or(user_id = ${userId} and level <> 'none') as watching,
      max(level) filter (where user_id = ${userId}) as level
    from watches
    where plan_id = ${planId} and workspace_id = ${workspaceId} and target_kind = 'item'
      and (level <> 'none' or user_id = ${userId})
      and target_id = any(${[...itemIds]}::text[])
    group by target_id`;
  return new Map(rows.map(({ itemId, ...count }) => [itemId, count]));
}
