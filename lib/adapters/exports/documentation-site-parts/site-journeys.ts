import { edgesOf, type StepEdge } from '@/lib/domain/journey/branches';
import { stepName } from '@/lib/domain/journey/names';
import { columnsOf } from '@/lib/domain/journey/order';
import type { JourneyStep } from '@/lib/domain/journey/step';
import { itemOfKind } from '@/lib/domain/plan/snapshot';
import type { Loss } from '@/lib/domain/transfer/loss';
import type { ExportJourney, ExportJourneys, ExportPlan } from '../define';
import { journeyPaths } from './paths';

/** The journeys of a documentation, and which of them have an event. */
export interface SiteJourneys extends Omit<ExportJourneys, 'list'> {
  readonly list: readonly SiteJourney[];
  readonly ofEvent: ReadonlyMap<string, readonly EventInJourney[]>;
}

export interface SiteJourney extends Omit<ExportJourney, 'steps'> {
  readonly path: string;
  /** As they are walked. */
  readonly steps: readonly SiteStep[];
  readonly columns: readonly { readonly stage: string | null; readonly steps: readonly SiteStep[] }[];
  /** The ways on from each step, by its id. */
  readonly ways: ReadonlyMap<string, readonly StepEdge[]>;
}

export interface SiteStep extends JourneyStep {
  /** Its place in the journey, from 1. */
  readonly number: number;
  /** By its own words, or by its event. */
  readonly name: string;
}

interface EventInJourney {
  readonly journey: SiteJourney;
  /** The steps that have the event. */
  readonly steps: readonly SiteStep[];
}

/** The journeys as pages show them; null where there are none. */
export function siteJourneys({ journeys }: ExportPlan): SiteJourneys | null {
  if (!journeys || journeys.list.length === 0) return null;
  const paths = journeyPaths(journeys.list);
  const list = journeys.list.map((journey) => siteJourney(journeys, journey, paths.get(journey.id) ?? ''));
  const ofEvent = new Map<string, EventInJourney[]>();
  for (const journey of list)
    for (const [id, steps] of Map.groupBy(journey.steps, ({ eventId }) => eventId))
      if (id !== null) ofEvent.set(id, [...(ofEvent.get(id) ?? []), { journey, steps }]);
  return { ...journeys, list, ofEvent };
}

function siteJourney({ stages, snapshot }: ExportJourneys, journey: ExportJourney, path: string): SiteJourney {
  let number = 0;
  const columns = columnsOf(stages, journey.steps).map(({ stage, steps }) => ({
    stage,
    steps: steps.map((step): SiteStep => {
      number += 1;
      const event = step.eventId === null ? null : (itemOfKind(snapshot, 'event', step.eventId) ?? null);
      return { ...step, number, name: stepName({ ...step, event }) };
    }),
  }));
  const ways = Map.groupBy(edgesOf(stages, journey.steps), ({ from }) => from);
  return { ...journey, path, columns, steps: columns.flatMap(({ steps }) => steps), ways };
}

/** The journeys whose pictures stay behind: the files of an export are text. */
export function picturesLeftOut({ journeys }: ExportPlan): Loss[] {
  return (journeys?.list ?? []).filter(hasPictures).map(({ name }) => ({
    code: 'journey.pictures',
    words: `The pictures of the journey “${name}” are left out, since the files are text. What they show and what is marked on them is written there.`,
    itemId: null,
    name,
    field: null,
  }));
}

/** Whether a step of a journey has a picture. */
export function hasPictures({ steps }: { readonly steps: readonly Pick<JourneyStep, 'imageDigest'>[] }): boolean {
  return steps.some(({ imageDigest }) => imageDigest !== null);
}
