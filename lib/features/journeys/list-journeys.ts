import 'server-only';
import type { JourneyList } from '@/lib/contracts/journeys';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listJourneysAsOf } from '@/lib/store/journey-versions';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, readPlanAt } from '@/lib/store/read-plan-at';
import { type JourneyError, journeyRow } from './journey-view';

/** The journeys of a plan as they stood at a release or a date, their events read there. */
export async function listJourneys(
  actor: Actor,
  input: { plan: string; at?: At },
): Promise<Result<JourneyList, JourneyError>> {
  const allowed = can(actor, 'journey.read');
  if (!allowed.ok) return allowed;
  const found = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!found.ok) return found;
  const { plan, snapshot } = found.value;
  const journeys = await listJourneysAsOf(prisma(), plan, input.at);
  const items = journeys.map((journey) => journeyRow(journey, { stages: plan.stages, snapshot }));
  const categories = new Set(itemsOfKind(snapshot, 'event').map(({ content }) => content.category));
  categories.delete('');
  const history = await readPlanHistory(prisma(), actor.workspaceId, snapshot);
  const releasedAt = history.releasedAt.get(snapshot.release)?.toISOString() ?? null;
  const page = { items, nextCursor: null, total: items.length };
  return ok({ ...page, release: snapshot.release, releasedAt, categories: [...categories].sort() });
}
