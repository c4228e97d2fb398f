import 'server-only';
import type { PlanView } from '@/lib/contracts/plans';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listPlans as listRows } from '@/lib/store/plans';
import { planView } from './view';

/** The plans of the workspace by name. */
export async function listPlans(
  actor: Actor,
  input: { archived?: 'true' | 'false' | undefined },
): Promise<Result<{ items: PlanView[]; nextCursor: null; total: number }, AccessDenied>> {
  const allowed = can(actor, 'plan.read');
  if (!allowed.ok) return allowed;
  const plans = await listRows(prisma(), actor.workspaceId, { archived: input.archived === 'true' });
  return ok({ items: plans.map(planView), nextCursor: null, total: plans.length });
}
