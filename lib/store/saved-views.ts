import 'server-only';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** A named filter of a list; the reader parses its query. */
export interface SavedView {
  readonly id: string;
  readonly planId: string;
  readonly userId: string;
  readonly name: string;
  /** Of the list it filters. */
  readonly subject: string;
  readonly query: unknown;
  readonly isShared: boolean;
  readonly createdAt: Date;
}

const fields = {
  id: true,
  planId: true,
  userId: true,
  name: true,
  subject: true,
  query: true,
  isShared: true,
  createdAt: true,
} as const;

/** Keeps a filter under a name. */
export async function createSavedView(tx: Tx, workspaceId: string, view: SavedView): Promise<void> {
  await tx.savedView.createMany({ data: [{ ...view, query: toJson(view.query), workspaceId }] });
}

/** A person's own filters of a list and those others share. */
export async function listSavedViews(
  tx: Tx,
  workspaceId: string,
  about: { planId: string; subject: string; userId: string },
): Promise<SavedView[]> {
  const { planId, subject, userId } = about;
  const where = { workspaceId, planId, subject, OR: [{ userId }, { isShared: true }] };
  return tx.savedView.findMany({ where, select: fields, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

/** Forgets a person's own filter. */
export async function deleteSavedView(tx: Tx, workspaceId: string, id: string, userId: string): Promise<boolean> {
  return (await tx.savedView.deleteMany({ where: { id, workspaceId, userId } })).count === 1;
}
