import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { PlanHealth } from '@/lib/domain/health/find';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, type PlanAt, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { lookThroughPlan } from './look-through-plan';

/** What a plan lacks today, or lacked on the day of a release. */
export async function healthAt(
  actor: Actor,
  input: { plan: string; at?: At },
): Promise<Result<PlanAt & { readonly health: PlanHealth }, PlanAtError>> {
  const opened = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  const history =
    snapshot.release === plan.headRelease ? undefined : await readPlanHistory(prisma(), actor.workspaceId, snapshot);
  const day = (history?.releasedAt.get(snapshot.release) ?? now()).toISOString().slice(0, 10);
  const health = await lookThroughPlan(plan, snapshot, day);
  return ok({ plan, snapshot, health });
}
