import 'server-only';
import type { JourneyRow } from '@/lib/contracts/journeys';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listJourneys as listRows } from '@/lib/store/journeys';
import { type At, readPlanAt } from '@/lib/store/read-plan-at';
import { type JourneyError, journeyRow } from './journey-view';

/** The journeys of a plan, their events read at a release. */
export async function listJourneys(
  actor: Actor,
  input: { plan: string; at?: At },
): Promise<Result<{ items: JourneyRow[]; nextCursor: null; total: number }, JourneyError>> {
  const allowed = can(actor, 'journey.read');
  if (!allowed.ok) return allowed;
  const found = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!found.ok) return found;
  const { plan, snapshot } = found.value;
  const journeys = await listRows(prisma(), actor.workspaceId, plan.id);
  const items = journeys.map((journey) => journeyRow(journey, { stages: plan.stages, snapshot }));
  return ok({ items, nextCursor: null, total: items.length });
}
