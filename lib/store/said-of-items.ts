import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** A sentence of a discussion on an item's own page. */
export interface SaidOfItem {
  readonly itemId: string;
  readonly body: string;
}

const most = 200;

/** What was said of a plan's items in words that hold all of these parts, the latest first. */
export async function findSaidOfItems(
  tx: Tx,
  workspaceId: string,
  planId: string,
  parts: readonly string[],
): Promise<SaidOfItem[]> {
  if (parts.length === 0) return [];
  const patterns = parts.map((part) => `%${part.replace(/[\\%_]/gu, '\\$&')}%`);
  return tx.$queryRaw<SaidOfItem[]>`
    select thread.item_id as "itemId", comment.body
    from comments comment
    join threads thread on thread.id = comment.thread_id
    where thread.workspace_id = ${workspaceId} and thread.plan_id = ${planId} and thread.item_id is not null
      and thread.change_request_id is null and comment.deleted_at is null and not comment.pending and comment.body ilike all(${patterns})
    order by comment.created_at desc, comment.id
    limit ${most}`;
}
