import 'server-only';
import type { ConventionsView } from '@/lib/contracts/conventions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { ConventionSettings } from '@/lib/domain/conventions/settings';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan, savePlan } from '@/lib/store/plans';

type Failure = AccessDenied | { readonly code: 'plan.not-found' | 'plan.stale' };

/** Replaces the conventions of a plan; an error they find blocks merges only if the policy says so. */
export async function updateConventions(
  actor: Actor,
  input: ConventionSettings & { plan: string; ifMatch: number },
): Promise<Result<ConventionsView, Failure>> {
  const allowed = can(actor, 'conventions.update');
  if (!allowed.ok) return allowed;
  const { plan: slug, ifMatch, ...conventions } = input;
  return inTransaction<Result<ConventionsView, Failure>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, slug);
    if (!plan) return err({ code: 'plan.not-found' });
    if (!(await savePlan(tx, actor.workspaceId, plan.id, ifMatch, { conventions }))) return err({ code: 'plan.stale' });
    const detail = { planId: plan.id, from: plan.conventions ?? null, to: conventions };
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'conventions.update',
      subjectKind: 'plan',
      subjectId: plan.id,
      detail,
    });
    return ok({ conventions, readable: true, lockVersion: ifMatch + 1 });
  });
}
