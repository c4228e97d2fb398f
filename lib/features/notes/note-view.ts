import type { NoteView } from '@/lib/contracts/notes';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessDenied } from '@/lib/domain/access/can';
import { includesRole } from '@/lib/domain/access/roles';
import type { Note } from '@/lib/store/notes';

export type NoteError =
  | AccessDenied
  | {
      readonly code: 'plan.not-found' | 'item.not-found' | 'note.not-found' | 'note.stale' | 'note.too-many';
      readonly detail?: string;
    };

/** What somebody may do with a note: its author rewrites it, admins delete any, contributors pin what all should read. */
export function rightsOn(note: Pick<Note, 'author'>, { userId, role }: Pick<Actor, 'userId' | 'role'>) {
  const isOwn = note.author.id === userId;
  return {
    mayEdit: isOwn,
    mayDelete: isOwn || includesRole(role, 'admin'),
    mayPin: includesRole(role, 'contributor'),
  };
}

/** A note as a reader sees it. */
export function noteView(note: Note, actor: Actor): NoteView {
  const { id, itemId, body, author, pinnedAt, createdAt, editedAt, lockVersion } = note;
  return {
    ...{ id, itemId, body, author, lockVersion },
    pinned: pinnedAt !== null,
    at: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    ...rightsOn(note, actor),
  };
}
