import 'server-only';
import type { ItemKind } from '../domain/plan/kinds/define';
import type { Tx } from '../infra/db/transaction';

/** Where an item belongs, whatever it says now. */
export interface ItemIdentity {
  readonly id: string;
  readonly planId: string;
  readonly kind: ItemKind;
}

/** The identity of an item, also of one that was removed or never merged. */
export async function readItemIdentity(tx: Tx, workspaceId: string, id: string): Promise<ItemIdentity | undefined> {
  const row = await tx.item.findFirst({ where: { id, workspaceId }, select: { id: true, planId: true, kind: true } });
  return row ? { ...row, kind: row.kind as ItemKind } : undefined;
}

/** Whether a new item may have this id: no item has it, or one of its kind that no release and no change request holds. */
export async function isFreeItemId(tx: Tx, workspaceId: string, item: ItemIdentity): Promise<boolean> {
  // Ids are unique beyond the workspace, and another one's must not be told apart from one that is merely taken.
  const row = await tx.item.findUnique({ where: { id: item.id } });
  if (!row) return true;
  if (row.workspaceId !== workspaceId || row.planId !== item.planId || row.kind !== item.kind) return false;
  const where = { itemId: item.id, workspaceId };
  return (await tx.revision.count({ where })) === 0 && (await tx.change.count({ where })) === 0;
}

/** Makes sure that items have identities, before changes or revisions name them. */
export async function ensureItems(
  tx: Tx,
  workspaceId: string,
  planId: string,
  items: readonly { readonly id: string; readonly kind: ItemKind }[],
): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  const kinds = items.map(({ kind }) => kind);
  await tx.$executeRaw`
    insert into items (id, plan_id, workspace_id, kind)
    select id, ${planId}::text, ${workspaceId}::text, kind from unnest(${ids}::text[], ${kinds}::text[]) as new (id, kind)
    on conflict (id) do nothing`;
}
