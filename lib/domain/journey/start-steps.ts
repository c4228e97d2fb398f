import { qualifiedName, type Revision } from '../plan/item';
import { itemsOfKind, type Snapshot } from '../plan/snapshot';
import { inOrder } from './order';
import type { JourneyStep } from './step';

/** Steps a journey may be started with; more would be no journey. */
const mostStarted = 40;

/** A step for an event, standing where the event stands. */
export function stepOf(id: string, event: Revision<'event'>): JourneyStep {
  return {
    id,
    title: '',
    stage: event.content.stage,
    eventId: event.id,
    knownAs: qualifiedName(event),
    note: '',
    goesOn: true,
    branches: [],
    imageDigest: null,
    imageAlt: '',
    annotations: [],
  };
}

/** A step for each event of a category that is not retired, in the order of the stages. `idOf` makes their ids. */
export function startSteps(
  snapshot: Snapshot,
  stages: readonly string[],
  category: string,
  idOf: () => string,
): JourneyStep[] {
  const events = itemsOfKind(snapshot, 'event').filter(
    ({ content }) => content.category === category && content.lifecycle.state !== 'retired',
  );
  return inOrder(
    stages,
    events.map((event) => stepOf(idOf(), event)),
  ).slice(0, mostStarted);
}
