import { itemsOfKind, type Snapshot } from '../plan/snapshot';
import { type Casing, casingsOf } from './casing';
import { type Grammar, grammarOf } from './grammar';
import { remembered } from './remembered';
import type { ConventionSettings } from './settings';

/** How a plan writes its names; `any` while too few agree. */
export interface InferredConventions {
  readonly eventCasing: Casing | 'any';
  readonly propertyCasing: Casing | 'any';
  readonly grammar: Grammar | 'any';
}

const casingsKnown = remembered(casingsOf);
const grammarKnown = remembered(grammarOf);

/** A share from which a habit is a convention. */
const agreement = 0.8;
const fewest = 5;

/** The conventions most of a plan follows, by majority of the names that say anything. */
export function inferConventions(snapshot: Snapshot): InferredConventions {
  const known = inferred.get(snapshot);
  if (known) return known;
  const events = itemsOfKind(snapshot, 'event').map((item) => item.name);
  const properties = itemsOfKind(snapshot, 'property').map((item) => item.name);
  const result: InferredConventions = {
    eventCasing: majority(events.map(casingsKnown)),
    propertyCasing: majority(properties.map(casingsKnown)),
    grammar: majority(events.flatMap((name) => grammarKnown(name) ?? []).map((grammar) => [grammar])),
  };
  inferred.set(snapshot, result);
  return result;
}

const inferred = new WeakMap<Snapshot, InferredConventions>();

/** The settings with each `majority` replaced by what the plan does. */
export function settled(settings: ConventionSettings, snapshot: Snapshot): ConventionSettings & InferredConventions {
  const { eventCasing, propertyCasing, grammar } = settings;
  if (eventCasing !== 'majority' && propertyCasing !== 'majority' && grammar !== 'majority')
    return { ...settings, eventCasing, propertyCasing, grammar };
  const habit = inferConventions(snapshot);
  return {
    ...settings,
    eventCasing: eventCasing === 'majority' ? habit.eventCasing : eventCasing,
    propertyCasing: propertyCasing === 'majority' ? habit.propertyCasing : propertyCasing,
    grammar: grammar === 'majority' ? habit.grammar : grammar,
  };
}

function majority<T extends string>(votes: readonly (readonly T[])[]): T | 'any' {
  // A name that fits several ways votes for none alone, but does not contradict either.
  const telling = votes.filter((fits) => fits.length === 1);
  const counts = new Map<T, number>();
  for (const [only] of telling) if (only) counts.set(only, (counts.get(only) ?? 0) + 1);
  const [winner] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!winner || winner[1] < fewest) return 'any';
  const fitting = votes.filter((fits) => fits.includes(winner[0])).length;
  return fitting / votes.length >= agreement ? winner[0] : 'any';
}
