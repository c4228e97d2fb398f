import 'server-only';
import type { PlanHealthView } from '@/lib/contracts/plan-health';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { healthScore } from '@/lib/domain/health/finding';
import { healthKinds, healthWords } from '@/lib/domain/health/kinds';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { ok, type Result } from '@/lib/kit/result';
import { readPlanHistory } from '@/lib/store/plan-history';
import type { At, PlanAtError } from '@/lib/store/read-plan-at';
import { askToCount, listReleaseHealth, listUncounted } from '@/lib/store/release-health';
import { healthAt } from './health-at';

const mostPoints = 500;

/** What a plan lacks, in numbers by kind, and how that went over its releases. Releases not counted yet are asked for and counted beside. */
export async function readPlanHealth(
  actor: Actor,
  input: { plan: string; at?: At },
): Promise<Result<PlanHealthView, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'plan-health.read');
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const found = await healthAt(actor, input);
  if (!found.ok) return found;
  const { plan, snapshot, health } = found.value;
  const [points, uncounted, history] = await Promise.all([
    listReleaseHealth(prisma(), workspaceId, plan.id, snapshot.release, mostPoints),
    listUncounted(prisma(), workspaceId, plan.id, 1),
    readPlanHistory(prisma(), workspaceId, snapshot),
  ]);
  if (uncounted.total > 0) await inTransaction((tx) => askToCount(tx, workspaceId, plan.id));
  const { counts } = health;
  return ok({
    release: snapshot.release,
    releasedAt: history.releasedAt.get(snapshot.release)?.toISOString() ?? null,
    score: healthScore(counts),
    items: counts.items,
    clean: counts.clean,
    kinds: healthKinds.map((kind) => ({
      kind,
      ...healthWords[kind],
      count: counts.found[kind],
      of: counts.asked[kind],
    })),
    trend: points.map(({ number, at, items, clean, found: by }) => ({
      number,
      at: at.toISOString(),
      score: healthScore({ items, clean }),
      items,
      clean,
      found: { ...by },
    })),
    uncounted: uncounted.total,
  });
}
