import 'server-only';
import type { PlanView } from '@/lib/contracts/plans';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan as readRow } from '@/lib/store/plans';
import { planView } from './view';

/** A plan by its slug or id. */
export async function readPlan(
  actor: Actor,
  input: { plan: string },
): Promise<Result<PlanView, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'plan.read');
  if (!allowed.ok) return allowed;
  const plan = await readRow(prisma(), actor.workspaceId, input.plan);
  return plan ? ok(planView(plan)) : err({ code: 'plan.not-found' });
}
