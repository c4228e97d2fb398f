import 'server-only';
import type { NoteView } from '@/lib/contracts/notes';
import type { Action } from '@/lib/domain/access/actions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Role } from '@/lib/domain/access/roles';
import { mentionsIn } from '@/lib/domain/review/mentions';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readItemIdentity } from '@/lib/store/items';
import { countNotes, createNote as createRow, type Note, readNote, saveNote } from '@/lib/store/notes';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { type Members, membersNamed, type NoteError, noteView, rightsOn } from './note-view';

/** Beside more than this nobody finds anything. */
const mostNotes = 200;

/** Writes a note beside an item. The definition stays as it is, and nobody has to review it. */
export function createNote(
  actor: Actor,
  input: { plan: string; itemId: string; body: string },
): Promise<Result<NoteView, NoteError>> {
  return inPlan(actor, input.plan, 'note.create', async (tx, planId) => {
    const { workspaceId, userId } = actor;
    if ((await readItemIdentity(tx, workspaceId, input.itemId))?.planId !== planId)
      return err({ code: 'item.not-found' });
    if ((await countNotes(tx, workspaceId, input.itemId)) >= mostNotes)
      return err({ code: 'note.too-many', detail: 'Delete one that nobody needs any more first' });
    const id = newId('nb');
    const { itemId, body } = input;
    await createRow(tx, workspaceId, { id, planId, itemId, authorId: userId, body, createdAt: now() });
    const row = await readNote(tx, workspaceId, planId, id);
    if (!row) throw new Error(`note ${id} was not stored`);
    await told(tx, actor, planId, row, 'note.create');
    return ok(noteView(row, actor, await tellFresh(tx, actor, planId, row, '')));
  });
}

/** Writes one's own note again, or pins any above the others. */
export function updateNote(
  actor: Actor,
  input: { plan: string; id: string; ifMatch: number; body?: string | undefined; pinned?: boolean | undefined },
): Promise<Result<NoteView, NoteError>> {
  return inPlan(actor, input.plan, 'note.update', async (tx, planId) => {
    const before = await readNote(tx, actor.workspaceId, planId, input.id);
    if (!before) return err({ code: 'note.not-found' });
    const { mayEdit, mayPin } = rightsOn(before, actor);
    const { body, pinned } = input;
    const rewrites = body !== undefined && body !== before.body;
    const pins = pinned !== undefined && pinned !== (before.pinnedAt !== null);
    if (rewrites && !mayEdit) return err(denied('note.update', 'admin'));
    if (pins && !mayPin) return err(denied('note.update', 'contributor'));
    const at = now();
    const saved = await saveNote(
      tx,
      actor.workspaceId,
      { id: before.id, lockVersion: input.ifMatch },
      { ...(rewrites ? { body, editedAt: at } : {}), ...(pins ? { pinnedAt: pinned ? at : null } : {}) },
    );
    if (!saved) return err({ code: 'note.stale' });
    const row = await readNote(tx, actor.workspaceId, planId, before.id);
    if (!row) return err({ code: 'note.not-found' });
    await told(tx, actor, planId, row, 'note.update');
    return ok(noteView(row, actor, await tellFresh(tx, actor, planId, row, before.body)));
  });
}

/** Takes a note away: its author or an admin. */
export function removeNote(
  actor: Actor,
  input: { plan: string; id: string },
): Promise<Result<{ done: true }, NoteError>> {
  return inPlan(actor, input.plan, 'note.remove', async (tx, planId) => {
    const before = await readNote(tx, actor.workspaceId, planId, input.id);
    if (!before) return err({ code: 'note.not-found' });
    if (!rightsOn(before, actor).mayDelete) return err(denied('note.remove', 'admin'));
    if (!(await saveNote(tx, actor.workspaceId, before, { deletedAt: now() }))) return err({ code: 'note.stale' });
    await told(tx, actor, planId, before, 'note.remove');
    return ok({ done: true });
  });
}

function denied(action: Action, needs: Role): AccessDenied {
  return { code: 'access.denied', action, needs };
}

async function inPlan<T>(
  actor: Actor,
  slug: string,
  action: Action,
  act: (tx: Tx, planId: string) => Promise<Result<T, NoteError>>,
): Promise<Result<T, NoteError>> {
  const allowed = can(actor, action);
  if (!allowed.ok) return allowed;
  return inTransaction<Result<T, NoteError>>(async (tx) => {
    const found = await readPlan(tx, actor.workspaceId, slug);
    const plan = found && (await lockPlan(tx, actor.workspaceId, found.id));
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    return act(tx, plan.id);
  });
}

/** Has those told whom a note names and did not name before. @returns whom it may name */
async function tellFresh(tx: Tx, actor: Actor, planId: string, note: Note, before: string): Promise<Members> {
  const { workspaceId, userId: actorId } = actor;
  const people = await membersNamed(tx, workspaceId, [note.body]);
  const known = new Set([actorId, ...mentionsIn(before)]);
  const userIds = mentionsIn(note.body).filter((id) => people.has(id) && !known.has(id));
  const at = now().toISOString();
  if (userIds.length > 0)
    await addJob(tx, 'tell-named', { workspaceId, planId, noteId: note.id, actorId, userIds, at });
  return people;
}

/** The record says that there was a note, not what it said: whoever deletes one takes its words back. */
async function told(tx: Tx, actor: Actor, planId: string, note: Note, action: string): Promise<void> {
  await writeAudit(tx, actor.workspaceId, {
    ...auditBy(actor),
    action,
    subjectKind: 'note',
    subjectId: note.id,
    detail: { planId, itemId: note.itemId, pinned: note.pinnedAt !== null },
  });
}
