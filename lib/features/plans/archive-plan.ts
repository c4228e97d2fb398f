import 'server-only';
import type { PlanView } from '@/lib/contracts/plans';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan, savePlan } from '@/lib/store/plans';
import { planView } from './view';

type Failure = AccessDenied | { code: 'plan.not-found' | 'plan.stale' };

/** Archives a plan: it can still be read, and is left out of lists. Doing it again changes nothing. */
export async function archivePlan(actor: Actor, input: { plan: string }): Promise<Result<PlanView, Failure>> {
  const allowed = can(actor, 'plan.archive');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    if (plan.archivedAt) return ok(planView(plan));
    const archivedAt = now();
    if (!(await savePlan(tx, actor.workspaceId, plan.id, plan.lockVersion, { archivedAt })))
      return err({ code: 'plan.stale' });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'plan.archive',
      subjectKind: 'plan',
      subjectId: plan.id,
      detail: { slug: plan.slug },
    });
    return ok(planView({ ...plan, archivedAt, lockVersion: plan.lockVersion + 1 }));
  });
}
