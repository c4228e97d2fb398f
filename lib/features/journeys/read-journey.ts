import 'server-only';
import type { JourneyView } from '@/lib/contracts/journeys';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readJourneyAsOf } from '@/lib/store/journey-versions';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, readPlanAt } from '@/lib/store/read-plan-at';
import { type JourneyError, journeyView } from './journey-view';

/** One journey with its steps, ways and coverage as it stood at a release or a date, its events read there. */
export async function readJourney(
  actor: Actor,
  input: { plan: string; id: string; at?: At },
): Promise<Result<JourneyView, JourneyError>> {
  const allowed = can(actor, 'journey.read');
  if (!allowed.ok) return allowed;
  const found = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!found.ok) return found;
  const { plan, snapshot } = found.value;
  const journey = await readJourneyAsOf(prisma(), plan, input.id, input.at);
  if (!journey) return err({ code: 'journey.not-found' });
  const history = await readPlanHistory(prisma(), actor.workspaceId, snapshot);
  const releasedAt = history.releasedAt.get(snapshot.release)?.toISOString() ?? null;
  return ok(journeyView(journey, { stages: plan.stages, snapshot, releasedAt }));
}
