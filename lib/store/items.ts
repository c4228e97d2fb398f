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
