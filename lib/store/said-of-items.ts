import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** What was said on an item's own page, in a discussion or in a note. */
export interface SaidOfItem {
  readonly itemId: string;
  readonly body: string;
  readonly place: 'discussion' | 'note';
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
    select said."itemId", said.body, said.place from (
      select thread.item_id as "itemId", comment.body, 'discussion' as place, comment.created_at, comment.id
      from comments comment
      join threads thread on thread.id = comment.thread_id
      where thread.workspace_id = ${workspaceId} and thread.plan_id = ${planId} and thread.item_id is not null
        and thread.change_request_id is null and comment.deleted_at is null and not comment.pending
        and comment.body ilike all(${patterns})
      union all
      select note.item_id, note.body, 'note', note.created_at, note.id
      from notes note
      where note.workspace_id = ${workspaceId} and note.plan_id = ${planId} and note.deleted_at is null
        and note.body ilike all(${patterns})
    ) said
    order by said.created_at desc, said.id
    limit ${most}`;
}
