import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** What somebody wrote beside an item. */
export interface Note {
  readonly id: string;
  readonly itemId: string;
  readonly body: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly pinnedAt: Date | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly lockVersion: number;
}

const fields = {
  id: true,
  itemId: true,
  body: true,
  author: { select: { id: true, name: true } },
  pinnedAt: true,
  createdAt: true,
  editedAt: true,
  lockVersion: true,
} as const;

/** Writes a note beside an item. */
export async function createNote(
  tx: Tx,
  workspaceId: string,
  note: { id: string; planId: string; itemId: string; authorId: string; body: string; createdAt: Date },
): Promise<void> {
  await tx.note.createMany({ data: [{ ...note, workspaceId }] });
}

/** A note of a plan that is not deleted. */
export async function readNote(tx: Tx, workspaceId: string, planId: string, id: string): Promise<Note | undefined> {
  const where = { id, planId, workspaceId, deletedAt: null };
  return (await tx.note.findFirst({ where, select: fields })) ?? undefined;
}

/** The notes of an item: the pinned first, then the latest. */
export async function listNotes(tx: Tx, workspaceId: string, planId: string, itemId: string): Promise<Note[]> {
  return tx.note.findMany({
    where: { workspaceId, planId, itemId, deletedAt: null },
    select: fields,
    orderBy: [{ pinnedAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
    take: 500,
  });
}

/** How many notes stand beside an item. */
export async function countNotes(tx: Tx, workspaceId: string, itemId: string): Promise<number> {
  return tx.note.count({ where: { workspaceId, itemId, deletedAt: null } });
}

/** Writes a note that nobody changed since it was read; `deletedAt` deletes it. @returns false when somebody did */
export async function saveNote(
  tx: Tx,
  workspaceId: string,
  before: Pick<Note, 'id' | 'lockVersion'>,
  data: { body?: string; editedAt?: Date; pinnedAt?: Date | null; deletedAt?: Date },
): Promise<boolean> {
  const where = { id: before.id, workspaceId, lockVersion: before.lockVersion, deletedAt: null };
  return (await tx.note.updateMany({ where, data: { ...data, lockVersion: { increment: 1 } } })).count === 1;
}
