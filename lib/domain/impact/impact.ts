import type { ConsumerContent } from '../plan/kinds/consumer-content';
import type { Owner } from '../plan/parts';
import type { WatchLevel, WatchTarget } from '../watch/target';

/** A member who wants to hear of an item, of what has something in common, or of the whole plan. */
export interface Watcher {
  readonly userId: string;
  readonly target: WatchTarget;
  /** `meaning`: only what changes meaning or breaks; `participating`: only what they take part in; `none`: muted. */
  readonly level: WatchLevel;
}

/** A consumer that the changes reach. */
export interface AffectedConsumer {
  readonly consumerId: string;
  readonly name: string;
  readonly type: ConsumerContent['type'];
  readonly owner: Owner | null;
  /** One sentence for people. */
  readonly why: string;
  /** The changed items that reach it. */
  readonly itemIds: readonly string[];
}

/** An experiment that the changes reach, with its dates. */
export interface AffectedExperiment extends AffectedConsumer {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly running: boolean;
  /** The changes reach what it is judged by. */
  readonly outcome: boolean;
}

/** An owner of changed items. */
export interface AffectedOwner {
  readonly owner: Owner;
  readonly itemIds: readonly string[];
}

/** A source whose code must change. */
export interface AffectedSource {
  readonly sourceId: string;
  readonly name: string;
  readonly why: string;
  readonly itemIds: readonly string[];
}

/** Somebody who watches what the changes reach. */
export interface AffectedWatcher {
  readonly userId: string;
  readonly itemIds: readonly string[];
}

/** Whom a set of changes reaches, and how; empty when only wording changes. */
export interface Impact {
  /** Experiments included. */
  readonly consumers: readonly AffectedConsumer[];
  readonly experiments: readonly AffectedExperiment[];
  readonly owners: readonly AffectedOwner[];
  readonly sources: readonly AffectedSource[];
  readonly watchers: readonly AffectedWatcher[];
  /** "3 dashboards, 1 running experiment, 14 watchers, iOS and backend code"; empty when nobody is reached. */
  readonly words: string;
}
