import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** The notes of a release where somebody edited them; `text` is null once the product's own were restored. */
export interface EditedNotes {
  readonly number: number;
  readonly text: string | null;
  readonly lockVersion: number;
  readonly editedBy: { readonly id: string; readonly name: string };
  readonly editedAt: Date;
}

/** The version of notes that nobody has edited yet. */
export const firstNotesVersion = 1;

/** The edited notes of releases, by number; those nobody edited are missing. */
export async function readEditedNotes(
  tx: Tx,
  workspaceId: string,
  planId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, EditedNotes>> {
  const rows = await tx.releaseNotes.findMany({
    where: { planId, workspaceId, number: { in: [...numbers] } },
    select: {
      number: true,
      text: true,
      lockVersion: true,
      editedAt: true,
      editedBy: { select: { id: true, name: true } },
    },
  });
  return new Map(rows.map((row) => [row.number, row]));
}

/** Keeps the notes of a release as they were edited, or restores the product's own. @returns false when they moved since */
export async function saveNotes(
  tx: Tx,
  workspaceId: string,
  notes: {
    readonly planId: string;
    readonly number: number;
    readonly text: string | null;
    readonly editedById: string;
    readonly editedAt: Date;
  },
  seen: number,
): Promise<boolean> {
  const { planId, number, ...row } = notes;
  if (seen === firstNotesVersion) {
    const data = { planId, number, workspaceId, ...row, lockVersion: seen + 1 };
    return (await tx.releaseNotes.createMany({ data, skipDuplicates: true })).count === 1;
  }
  const where = { planId, number, workspaceId, lockVersion: seen };
  return (await tx.releaseNotes.updateMany({ where, data: { ...row, lockVersion: seen + 1 } })).count === 1;
}
