import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { Moved } from '@/lib/domain/review/move';
import type { Tx } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { auditBy, writeAudits } from '@/lib/store/audit';
import type { Plan } from '@/lib/store/plans';

/** Writes what a move did where it is remembered: the job that tells people and one audit entry per event, in the same transaction. */
export async function recordMove(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  moved: Moved,
  first?: { readonly type: string; readonly words: string },
): Promise<void> {
  if (moved.events.length > 0) {
    await addJob(tx, 'tell', {
      workspaceId: actor.workspaceId,
      planId: plan.id,
      requestId: moved.request.id,
      actorId: actor.userId,
      events: [...moved.events],
    });
  }
  const entry = (action: string, detail: Record<string, unknown>) => ({
    ...auditBy(actor),
    action,
    subjectKind: 'change-request',
    subjectId: moved.request.id,
    detail: { ...detail, number: moved.request.number, planId: plan.id },
  });
  await writeAudits(tx, actor.workspaceId, [
    ...(first ? [entry(first.type, { words: first.words })] : []),
    // Naming somebody is news for them and changes nothing.
    ...moved.events
      .filter(({ type }) => type !== 'change-request.mentioned')
      .map(({ type, requestId: _requestId, actorId: _actorId, at: _at, ...detail }) => entry(type, detail)),
  ]);
}
