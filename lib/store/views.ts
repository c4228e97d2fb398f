import 'server-only';
import type { ItemKind } from '../domain/plan/kinds/define';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** A named look of a list; the reader parses its shape. */
export interface StoredView {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly shape: unknown;
  readonly by: { readonly id: string; readonly name: string };
}

const fields = {
  id: true,
  subject: true,
  name: true,
  isShared: true,
  query: true,
  membership: { select: { user: { select: { id: true, name: true } } } },
} as const;

function toView(row: {
  id: string;
  subject: string;
  name: string;
  isShared: boolean;
  query: unknown;
  membership: { user: { id: string; name: string } };
}): StoredView {
  const { id, subject, name, isShared, query, membership } = row;
  return { id, subject, name, isShared, shape: query, by: membership.user };
}

/** What a member sees: their own and the shared, of one list when it is named. */
function seenBy(workspaceId: string, planId: string, userId: string) {
  return { workspaceId, planId, OR: [{ userId }, { isShared: true }] };
}

/** Keeps a new view. */
export async function createView(
  tx: Tx,
  workspaceId: string,
  view: Omit<StoredView, 'by' | 'subject'> & { planId: string; userId: string; kind: ItemKind; createdAt: Date },
): Promise<void> {
  const { shape, kind, ...rest } = view;
  await tx.savedView.create({ data: { ...rest, workspaceId, subject: kind, query: toJson(shape) } });
}

/** The views of a list that a member sees, by name. */
export async function listViews(
  tx: Tx,
  workspaceId: string,
  planId: string,
  { userId, kind }: { readonly userId: string; readonly kind: ItemKind },
): Promise<StoredView[]> {
  const rows = await tx.savedView.findMany({
    where: { ...seenBy(workspaceId, planId, userId), subject: kind },
    select: fields,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1_000,
  });
  return rows.map(toView);
}

/** One view that a member sees. */
export async function readView(
  tx: Tx,
  workspaceId: string,
  planId: string,
  { userId, id }: { readonly userId: string; readonly id: string },
): Promise<StoredView | undefined> {
  const row = await tx.savedView.findFirst({ where: { ...seenBy(workspaceId, planId, userId), id }, select: fields });
  return row ? toView(row) : undefined;
}

/** How many views a member keeps in a plan. */
export async function countViewsOf(tx: Tx, workspaceId: string, planId: string, userId: string): Promise<number> {
  return tx.savedView.count({ where: { workspaceId, planId, userId } });
}

/** Writes a view's name, who sees it, and its shape. */
export async function saveView(
  tx: Tx,
  workspaceId: string,
  view: Pick<StoredView, 'id' | 'name' | 'isShared' | 'shape'>,
): Promise<void> {
  const { id, name, isShared, shape } = view;
  await tx.savedView.updateMany({ where: { id, workspaceId }, data: { name, isShared, query: toJson(shape) } });
}

/** Forgets a view. */
export async function removeView(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.savedView.deleteMany({ where: { id, workspaceId } });
}
