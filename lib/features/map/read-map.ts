import 'server-only';
import type * as z from 'zod';
import type { mapViewSchema } from '@/lib/contracts/map';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { planMap } from '@/lib/domain/plan-query/plan-map';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';

/** The map of a plan, or of the neighbourhood of one item in it. */
export async function readMap(
  actor: Actor,
  input: { plan: string; focus: string | null; at: At },
): Promise<Result<z.input<typeof mapViewSchema>, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const found = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!found.ok) return found;
  const { snapshot } = found.value;
  const history = await readPlanHistory(prisma(), actor.workspaceId, snapshot);
  const releasedAt = history.releasedAt.get(snapshot.release)?.toISOString() ?? null;
  const map = planMap(snapshot, input.focus);
  return ok({ ...map, nodes: [...map.nodes], edges: [...map.edges], release: snapshot.release, releasedAt });
}
