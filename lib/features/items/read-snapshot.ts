import 'server-only';
import type { SnapshotView } from '@/lib/contracts/items';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { compareItems } from '@/lib/domain/plan/canonical-order';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';

/** A whole plan at one release, in canonical order. */
export async function readSnapshot(
  actor: Actor,
  input: { plan: string; at?: At },
): Promise<Result<SnapshotView, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const opened = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  const history = await readPlanHistory(prisma(), actor.workspaceId, snapshot);
  const items = [...snapshot.items.values()].sort(compareItems);
  return ok({
    planId: plan.id,
    release: snapshot.release,
    at: history.releasedAt.get(snapshot.release)?.toISOString() ?? null,
    items: items.map(
      ({ id, kind, namespace, name, content }) =>
        ({ id, kind, namespace, name, content }) as SnapshotView['items'][number],
    ),
  });
}
