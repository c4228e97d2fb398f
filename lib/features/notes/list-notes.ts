import 'server-only';
import type { NoteView } from '@/lib/contracts/notes';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { listNotes as listRows } from '@/lib/store/notes';
import { readPlan } from '@/lib/store/plans';
import { membersNamed, type NoteError, noteView } from './note-view';

/** What people wrote beside an item, the pinned first. It belongs to no release. */
export async function listNotes(
  actor: Actor,
  input: { plan: string; item: string },
): Promise<Result<{ items: NoteView[]; nextCursor: null; total: number }, NoteError>> {
  const allowed = can(actor, 'note.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const rows = await listRows(prisma(), actor.workspaceId, plan.id, input.item);
  const people = await membersNamed(
    prisma(),
    actor.workspaceId,
    rows.map(({ body }) => body),
  );
  return ok({ items: rows.map((row) => noteView(row, actor, people)), nextCursor: null, total: rows.length });
}
