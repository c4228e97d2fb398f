import { type Item, qualifiedName } from '../plan/item';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import type { JourneyStep } from './step';

/** How far the event of a step is in use, in a state of the plan. */
export const standingCodes = [
  'screen',
  'live',
  'partly',
  'no-source',
  'planned',
  'deprecated',
  'retired',
  'missing',
] as const;
export type StandingCode = (typeof standingCodes)[number];

export interface Standing {
  readonly code: StandingCode;
  readonly words: string;
}

type Step = Pick<JourneyStep, 'eventId' | 'knownAs'>;

/** Whether the event of a step is live, and in all of its sources. */
export function standingOf({ eventId }: Step, snapshot: Snapshot): Standing {
  if (eventId === null) return { code: 'screen', words: 'A screen; no event is sent' };
  const event = itemOfKind(snapshot, 'event', eventId);
  if (!event) return { code: 'missing', words: 'The event is not in the plan' };
  const { state } = event.content.lifecycle;
  if (state === 'planned') return { code: 'planned', words: 'Planned, not sent yet' };
  if (state === 'deprecated') return { code: 'deprecated', words: 'Deprecated' };
  if (state === 'retired') return { code: 'retired', words: 'Retired' };
  const sources = event.content.sources.flatMap((id) => itemOfKind(snapshot, 'source', id) ?? []);
  if (sources.length === 0) return { code: 'no-source', words: 'Live, but no source is named' };
  const waiting = sources.filter(({ content }) => content.lifecycle.state !== 'live');
  if (waiting.length === 0) {
    const all =
      sources.length === 1
        ? 'its source'
        : sources.length === 2
          ? 'both its sources'
          : `all its ${sources.length} sources`;
    return { code: 'live', words: `Live in ${all}` };
  }
  const named = waiting.map((source) => `${qualifiedName(source)} (${source.content.lifecycle.state})`).join(', ');
  return { code: 'partly', words: `Live, but not in every source: ${named}` };
}

/** What a step says that the plan no longer does, and the step as one click makes it. */
export interface StepProblem {
  readonly code: 'renamed' | 'replaced' | 'retired' | 'missing';
  readonly words: string;
  /** What the click does, as a button says it. */
  readonly repair: string;
  readonly repaired: { readonly eventId: string | null; readonly knownAs: string; readonly title: string };
}

/** What needs repair in a step: its event was renamed, replaced, retired or removed. */
export function problemOf(step: Step & Pick<JourneyStep, 'title'>, snapshot: Snapshot): StepProblem | null {
  if (step.eventId === null) return null;
  const event = itemOfKind(snapshot, 'event', step.eventId);
  const words = step.title === '' ? step.knownAs || 'A screen' : step.title;
  const asScreen = { eventId: null, knownAs: '', title: words.slice(0, 300) };
  if (!event)
    return {
      code: 'missing',
      words: `“${step.knownAs}” is not in the plan`,
      repair: 'Keep as a screen',
      repaired: asScreen,
    };
  const name = qualifiedName(event);
  const { state, replacedBy } = event.content.lifecycle;
  if (state === 'retired' || (state === 'deprecated' && replacedBy !== null)) {
    const next = replacementOf(event, snapshot);
    if (next)
      return {
        code: 'replaced',
        words: `“${name}” is ${state}; “${qualifiedName(next)}” takes its place`,
        repair: `Use ${qualifiedName(next)}`,
        repaired: { eventId: next.id, knownAs: qualifiedName(next), title: step.title },
      };
    if (state === 'retired')
      return { code: 'retired', words: `“${name}” is retired`, repair: 'Keep as a screen', repaired: asScreen };
  }
  if (step.knownAs === '' || step.knownAs === name) return null;
  return {
    code: 'renamed',
    words: `“${step.knownAs}” is now “${name}”`,
    repair: 'Take the new name',
    repaired: { eventId: event.id, knownAs: name, title: step.title === step.knownAs ? '' : step.title },
  };
}

/** The event that takes the place of one, through those that were replaced in turn; undefined when none is in use. */
function replacementOf(event: Item<'event'>, snapshot: Snapshot): Item<'event'> | undefined {
  const seen = new Set([event.id]);
  let next = event.content.lifecycle.replacedBy;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const found = itemOfKind(snapshot, 'event', next);
    if (!found) return undefined;
    const { state, replacedBy } = found.content.lifecycle;
    if (state !== 'retired') return found;
    next = replacedBy;
  }
  return undefined;
}
