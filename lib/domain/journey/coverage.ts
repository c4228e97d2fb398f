import { itemsOfKind, type Snapshot } from '../plan/snapshot';
import { columnsOf } from './order';
import { type StandingCode, standingOf } from './standing';
import type { JourneyStep } from './step';

/** What a journey says of one stage, and what it leaves out. */
export interface StageCoverage {
  readonly stage: string | null;
  /** Ids of its steps. */
  readonly stepIds: readonly string[];
  /** Its steps by how far their events are in use. */
  readonly standings: Readonly<Partial<Record<StandingCode, number>>>;
  /** Ids of the stage's events in the plan that some step of the journey has; without retired ones. */
  readonly told: readonly string[];
  /** Ids of those that none has, by name. */
  readonly untold: readonly string[];
}

/** Coverage stage by stage, in the order of the columns: every event that names a stage is told or untold, never both. */
export function coverageOf(
  stages: readonly string[],
  steps: readonly Pick<JourneyStep, 'id' | 'stage' | 'eventId' | 'knownAs'>[],
  snapshot: Snapshot,
): StageCoverage[] {
  const inJourney = new Set(steps.map((step) => step.eventId));
  const events = itemsOfKind(snapshot, 'event').filter(({ content }) => content.lifecycle.state !== 'retired');
  return columnsOf(stages, steps).map((column) => {
    const standings: Partial<Record<StandingCode, number>> = {};
    for (const step of column.steps) {
      const { code } = standingOf(step, snapshot);
      standings[code] = (standings[code] ?? 0) + 1;
    }
    const ofStage = column.stage === null ? [] : events.filter(({ content }) => content.stage === column.stage);
    return {
      stage: column.stage,
      stepIds: column.steps.map((step) => step.id),
      standings,
      told: ofStage.filter(({ id }) => inJourney.has(id)).map(({ id }) => id),
      untold: ofStage.filter(({ id }) => !inJourney.has(id)).map(({ id }) => id),
    };
  });
}
