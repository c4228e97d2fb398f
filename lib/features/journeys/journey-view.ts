import type { JourneyRow, JourneyView, StepView } from '@/lib/contracts/journeys';
import type { AccessDenied } from '@/lib/domain/access/can';
import { edgesOf } from '@/lib/domain/journey/branches';
import { coverageOf, type StageCoverage } from '@/lib/domain/journey/coverage';
import { columnsOf, inOrder } from '@/lib/domain/journey/order';
import { problemOf, type StandingCode, standingOf } from '@/lib/domain/journey/standing';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import type { Problem } from '@/lib/infra/http/problem';
import type { Journey, StoredStep } from '@/lib/store/journeys';
import type { PlanAtError } from '@/lib/store/read-plan-at';

export type JourneyError =
  | AccessDenied
  | PlanAtError
  | {
      readonly code:
        | 'journey.not-found'
        | 'journey.taken'
        | 'journey.stale'
        | 'journey.too-many'
        | 'journey.invalid'
        | 'journey.not-a-picture'
        | 'journey.no-such-picture'
        | 'journey.too-many-pictures';
      readonly detail?: string;
      readonly errors?: NonNullable<Problem['errors']>;
    };

/** The plan in the state a journey is read against. */
export interface JourneyFrame {
  readonly stages: readonly string[];
  readonly snapshot: Snapshot;
  readonly releasedAt: string | null;
}

/** Events named of what a journey leaves out. */
const mostNamed = 50;

/** A journey as a reader sees it. */
export function journeyView(journey: Journey, { stages, snapshot, releasedAt }: JourneyFrame): JourneyView {
  const steps = inOrder(stages, journey.steps);
  return {
    ...baseOf(journey),
    isDeleted: journey.deletedAt !== null,
    stages: [...stages],
    steps: steps.map((step) => stepView(step, snapshot)),
    edges: edgesOf(stages, steps),
    coverage: coverageOf(stages, steps, snapshot).map((one) => coverageView(one, snapshot)),
    release: snapshot.release,
    releasedAt,
  };
}

/** A journey as a line of a list. */
export function journeyRow(journey: Journey, { stages, snapshot }: Omit<JourneyFrame, 'releasedAt'>): JourneyRow {
  return {
    ...baseOf(journey),
    steps: journey.steps.length,
    problems: journey.steps.filter((step) => problemOf(step, snapshot) !== null).length,
    stages: columnsOf(stages, journey.steps)
      .filter(({ stage, steps }) => stage !== null || steps.length > 0)
      .map(({ stage, steps }) => ({ stage, steps: steps.length })),
  };
}

function baseOf({ id, name, description, updatedAt, updatedBy, lockVersion }: Journey) {
  return { id, name, description, updatedAt: updatedAt.toISOString(), updatedBy, lockVersion };
}

function stepView(step: StoredStep, snapshot: Snapshot): StepView {
  const { id, title, stage, eventId, knownAs, note, goesOn, branches, image, imageAlt } = step;
  const isPictureGone = step.imageDigest !== null && image === null;
  return {
    ...{ id, title, stage, eventId, knownAs, note, goesOn, image, isPictureGone, imageAlt },
    event: mentioned(eventId, snapshot),
    branches: [...branches],
    annotations: step.annotations.map((mark) => ({ ...mark, item: mentioned(mark.itemId, snapshot) })),
    standing: standingOf(step, snapshot),
    problem: problemOf(step, snapshot),
  };
}

function mentioned(id: string | null, snapshot: Snapshot) {
  const item = id === null ? undefined : snapshot.items.get(id);
  return item ? mentionOf(item) : null;
}

const isWaiting = (code: string) => code !== 'screen' && code !== 'live';

function coverageView(one: StageCoverage, snapshot: Snapshot) {
  const standings = Object.entries(one.standings) as [StandingCode, number][];
  return {
    stage: one.stage,
    steps: one.stepIds.length,
    live: one.standings.live ?? 0,
    waiting: standings.reduce((sum, [code, count]) => (isWaiting(code) ? sum + count : sum), 0),
    told: one.told.length,
    untold: {
      total: one.untold.length,
      first: one.untold.slice(0, mostNamed).flatMap((id) => mentioned(id, snapshot) ?? []),
    },
  };
}
