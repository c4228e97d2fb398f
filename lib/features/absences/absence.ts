import 'server-only';
import type * as z from 'zod';
import type { AbsenceView, saveAbsenceSchema } from '@/lib/contracts/review-people';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readAbsence as readStored, removeAbsence as removeStored, saveAbsence as store } from '@/lib/store/absences';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { listPeople } from '@/lib/store/memberships';

type AbsenceError =
  | AccessDenied
  | { readonly code: 'absence.not-found' }
  | { readonly code: 'absence.unusable'; readonly detail: string };
type Answer = Promise<Result<AbsenceView, AbsenceError>>;

const today = () => now().toISOString().slice(0, 10);

async function view(tx: Tx, { workspaceId, userId }: Actor): Promise<AbsenceView> {
  const absence = await readStored(tx, workspaceId, userId);
  const day = today();
  return { absence: absence ? { ...absence, isAway: absence.from <= day && day <= absence.until } : null };
}

/** When one is away, and who is asked to review in one's stead. */
export async function readAbsence(actor: Actor): Answer {
  const allowed = can(actor, 'absence.read');
  if (!allowed.ok) return allowed;
  return ok(await view(prisma(), actor));
}

/** Sets one's own absence; the substitute is a member who may review. */
export async function saveAbsence(actor: Actor, input: z.output<typeof saveAbsenceSchema>): Answer {
  const allowed = can(actor, 'absence.update');
  if (!allowed.ok) return allowed;
  return inTransaction<Awaited<Answer>>(async (tx) => {
    const { workspaceId, userId } = actor;
    const { substituteId, from, until } = input;
    const unusable = (detail: string) => err({ code: 'absence.unusable' as const, detail });
    if (until < from) return unusable('The last day comes before the first one.');
    if (until < today()) return unusable('These days have passed.');
    if (substituteId === userId) return unusable('Choose somebody else than yourself.');
    const substitute = (await listPeople(tx, workspaceId)).find((one) => one.userId === substituteId);
    if (!substitute || substitute.role === 'viewer')
      return unusable('Choose a member who may review: a viewer cannot.');
    await store(tx, workspaceId, userId, { substituteId, from, until });
    await record(tx, actor, 'absence.update', { substituteId, from, until });
    return ok(await view(tx, actor));
  });
}

/** Forgets one's absence. */
export async function removeAbsence(actor: Actor): Answer {
  const allowed = can(actor, 'absence.update');
  if (!allowed.ok) return allowed;
  return inTransaction<Awaited<Answer>>(async (tx) => {
    if (!(await removeStored(tx, actor.workspaceId, actor.userId))) return err({ code: 'absence.not-found' });
    await record(tx, actor, 'absence.remove', {});
    return ok({ absence: null });
  });
}

function record(tx: Tx, actor: Actor, action: string, detail: Record<string, unknown>): Promise<void> {
  const { workspaceId, userId } = actor;
  return writeAudit(tx, workspaceId, { ...auditBy(actor), action, subjectKind: 'member', subjectId: userId, detail });
}
