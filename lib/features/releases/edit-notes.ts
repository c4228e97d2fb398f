import 'server-only';
import type { ReleaseNotesView } from '@/lib/contracts/release-notes';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan } from '@/lib/store/plans';
import { readEditedNotes, saveNotes } from '@/lib/store/release-notes';
import { readRelease } from '@/lib/store/releases';
import { type NotesFailure, readNotes } from './read-notes';

type Failure = NotesFailure | { code: 'release-notes.stale' };
type Place = { readonly plan: string; readonly number: number; readonly ifMatch: number };

/** Edits the notes of a release; what the product wrote is kept and can be restored. The release itself never changes. */
export function editNotes(actor: Actor, input: Place & { text: string }): Promise<Result<ReleaseNotesView, Failure>> {
  return write(actor, input, input.text, 'release-notes.edit');
}

/** Puts back what the product wrote. */
export function restoreNotes(actor: Actor, input: Place): Promise<Result<ReleaseNotesView, Failure>> {
  return write(actor, input, null, 'release-notes.restore');
}

async function write(
  actor: Actor,
  { plan: slug, number, ifMatch }: Place,
  text: string | null,
  action: 'release-notes.edit' | 'release-notes.restore',
): Promise<Result<ReleaseNotesView, Failure>> {
  const allowed = can(actor, 'release-notes.edit');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const written = await inTransaction<Result<true, Failure>>(async (tx) => {
    const plan = await readPlan(tx, workspaceId, slug);
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    if (!(await readRelease(tx, workspaceId, plan.id, number))) return err({ code: 'release.not-found' });
    const before = (await readEditedNotes(tx, workspaceId, plan.id, [number])).get(number);
    const notes = { planId: plan.id, number, text, editedById: userId, editedAt: now() };
    if (!(await saveNotes(tx, workspaceId, notes, ifMatch))) return err({ code: 'release-notes.stale' });
    await writeAudit(tx, workspaceId, {
      ...auditBy(actor),
      action,
      subjectKind: 'release-notes',
      subjectId: `${plan.id}/${number}`,
      detail: { name: `of release ${number}`, planId: plan.id, number, from: before?.text ?? null, to: text },
    });
    return ok(true);
  });
  return written.ok ? readNotes(actor, { plan: slug, number }) : written;
}
