import 'server-only';
import type { PlanView, UpdatePlan } from '@/lib/contracts/plans';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan, savePlan } from '@/lib/store/plans';
import { planView } from './view';

type Failure = AccessDenied | { code: 'plan.not-found' | 'plan.stale' };

/** Renames or describes a plan, or edits its stages; absent leaves a member as it is. */
export async function updatePlan(
  actor: Actor,
  input: UpdatePlan & { plan: string; ifMatch: number },
): Promise<Result<PlanView, Failure>> {
  const allowed = can(actor, 'plan.update');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const { name, description, stages } = input;
    const saved = await savePlan(tx, actor.workspaceId, plan.id, input.ifMatch, { name, description, stages });
    if (!saved) return err({ code: 'plan.stale' });
    const detail = {
      from: { name: plan.name, description: plan.description, stages: plan.stages },
      to: { name, description, stages },
    };
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'plan.update',
      subjectKind: 'plan',
      subjectId: plan.id,
      detail,
    });
    const after = await readPlan(tx, actor.workspaceId, plan.id);
    return after ? ok(planView(after)) : err({ code: 'plan.not-found' });
  });
}
