import 'server-only';
import type { PolicyView } from '@/lib/contracts/policy';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { policyView } from './policy-view';

/** What a plan asks before a merge, as data and as sentences. */
export async function readPolicy(
  actor: Actor,
  input: { plan: string },
): Promise<Result<PolicyView, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'policy.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  return plan ? ok(await policyView(prisma(), plan)) : err({ code: 'plan.not-found' });
}
