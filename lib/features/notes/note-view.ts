import 'server-only';
import type { NoteView } from '@/lib/contracts/notes';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessDenied } from '@/lib/domain/access/can';
import { includesRole } from '@/lib/domain/access/roles';
import { mentionsIn } from '@/lib/domain/review/mentions';
import type { Tx } from '@/lib/infra/db/transaction';
import { listPeople } from '@/lib/store/memberships';
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

/** Members by id with what they are called. */
export type Members = ReadonlyMap<string, string>;

/** The members whom some texts may name; read only when one does. */
export async function membersNamed(tx: Tx, workspaceId: string, bodies: readonly string[]): Promise<Members> {
  if (bodies.every((body) => mentionsIn(body).length === 0)) return new Map();
  return new Map((await listPeople(tx, workspaceId)).map(({ userId, name }) => [userId, name]));
}

/** A note as a reader sees it. */
export function noteView(note: Note, actor: Actor, people: Members): NoteView {
  const { id, itemId, body, author, pinnedAt, createdAt, editedAt, lockVersion } = note;
  return {
    ...{ id, itemId, body, author, lockVersion },
    mentions: mentionsIn(body).flatMap((userId) => {
      const name = people.get(userId);
      return name === undefined ? [] : [{ id: userId, name }];
    }),
    pinned: pinnedAt !== null,
    at: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    ...rightsOn(note, actor),
  };
}
