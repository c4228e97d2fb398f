import { describeDifference } from '../diff/describe';
import type { Names } from '../diff/words';
import { versionText } from '../plan/item';
import type { Significance } from '../plan/significance';
import type { Snapshot } from '../plan/snapshot';
import { type PastState, revisionSteps } from './revision-steps';

/** The releases of a plan and the steps of its items in sentences, without the people who made them. */
export interface PlanPast {
  /** Newest first. */
  readonly releases: readonly PastRelease[];
  /** Newest first. */
  readonly stepsOf: (itemId: string) => readonly PastStep[];
  readonly formerNamesOf: (itemId: string) => readonly string[];
}

export interface PastRelease {
  readonly number: number;
  /** A day, `2026-03-31`. */
  readonly day: string;
  readonly title: string;
  readonly counts: Readonly<Record<Significance, number>>;
  /** Sentences, loudest first. */
  readonly words: readonly string[];
  /** The notes as a person edited them, in Markdown; null where they are the product's own. */
  readonly notes: string | null;
}

/** One change of an item, in sentences. */
export interface PastStep {
  readonly release: number;
  /** A day, `2026-03-31`. */
  readonly day: string;
  readonly version: string;
  readonly significance: Significance;
  readonly words: readonly string[];
}

/** What became of an item up to the release of `snapshot`, newest first; `states` are oldest first. */
export function pastSteps(
  snapshot: Snapshot,
  states: readonly (PastState & { readonly at: Date })[],
  names: Names,
): PastStep[] {
  const until = states.filter((state) => state.fromRelease <= snapshot.release);
  return revisionSteps(snapshot, until)
    .map(({ record, before, differences }) => ({
      release: record.fromRelease,
      day: dayOf(record.at),
      version: versionText(record.version),
      significance: record.significance,
      words: before
        ? differences.map(({ difference }) => describeDifference(difference, names).sentence)
        : ['First written'],
    }))
    .reverse();
}

/** A moment as its day, UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
