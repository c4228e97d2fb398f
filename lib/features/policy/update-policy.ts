import 'server-only';
import type { PolicyView } from '@/lib/contracts/policy';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Policy } from '@/lib/domain/review/policy';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan, savePlan } from '@/lib/store/plans';
import { listTeams } from '@/lib/store/teams';
import { type MissingTeam, missingTeams } from './missing-teams';
import { policyView } from './policy-view';

type Failure =
  | AccessDenied
  | { readonly code: 'plan.not-found' | 'plan.stale' }
  | { readonly code: 'policy.invalid'; readonly detail: string; readonly errors: readonly MissingTeam[] };

/** Replaces the policy of a plan; it holds from the next decision on, for open requests too. */
export async function updatePolicy(
  actor: Actor,
  input: Policy & { plan: string; ifMatch: number },
): Promise<Result<PolicyView, Failure>> {
  const allowed = can(actor, 'policy.update');
  if (!allowed.ok) return allowed;
  const { plan: slug, ifMatch, ...policy } = input;
  return inTransaction<Result<PolicyView, Failure>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, slug);
    if (!plan) return err({ code: 'plan.not-found' });
    const errors = missingTeams(policy, await listTeams(tx, actor.workspaceId, { archived: false }));
    if (errors.length > 0)
      return err({ code: 'policy.invalid', detail: 'A rule asks a team that is not there.', errors });
    if (!(await savePlan(tx, actor.workspaceId, plan.id, ifMatch, { policy }))) return err({ code: 'plan.stale' });
    const detail = { planId: plan.id, from: plan.policy ?? null, to: policy };
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'policy.update',
      subjectKind: 'plan',
      subjectId: plan.id,
      detail,
    });
    return ok(await policyView(tx, { ...plan, policy, lockVersion: ifMatch + 1 }));
  });
}
