import { diffItems } from '../diff/diff-items';
import type { Item, ItemVersion, Revision } from '../plan/item';
import { referencesOf } from '../plan/references';
import type { Significance } from '../plan/significance';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { type Classified, claimKey } from './classified';
import { classify } from './classify';
import { rank } from './effects';

/** A state of an item as its past is told. */
export interface PastState {
  readonly revisionId: string;
  readonly item: Item;
  readonly version: ItemVersion;
  readonly digest: string;
  readonly significance: Significance;
  readonly fromRelease: number;
}

/** One revision and how it differs from the one before. */
export interface RevisionStep<R extends PastState = PastState> {
  readonly record: R;
  readonly before: R | undefined;
  readonly differences: readonly Classified[];
}

/** The steps of an item's life, oldest first; names in them are those of `snapshot`. */
export function revisionSteps<R extends PastState>(snapshot: Snapshot, records: readonly R[]): RevisionStep<R>[] {
  return records.map((record, index) => {
    const before = records[index - 1];
    return { record, before, differences: before ? step(snapshot, before, record) : [] };
  });
}

function step(snapshot: Snapshot, before: PastState, after: PastState): Classified[] {
  const differences = diffItems(before.item, after.item);
  // What was merged quieter than its sentences say was accepted as a clarification.
  const accepted = rank(after.significance) > rank('meaning');
  const claims = new Set(accepted ? differences.map(claimKey) : []);
  const around = neighbours(snapshot, [before.item, after.item]);
  const context = { before: withItem(snapshot, around, before), after: withItem(snapshot, around, after), claims };
  return differences.map((difference) => classify(difference, context));
}

/** The rules look only at the item and at what it points at, also through its groups. */
function neighbours(snapshot: Snapshot, items: readonly Item[]): Revision[] {
  const near = new Map<string, Revision>();
  const add = (item: Item) => {
    for (const { itemId } of referencesOf(item)) {
      const other = snapshot.items.get(itemId);
      if (!other || near.has(itemId)) continue;
      near.set(itemId, other);
      if (other.kind === 'property-group') add(other);
    }
  };
  for (const item of items) add(item);
  return [...near.values()];
}

function withItem(snapshot: Snapshot, around: readonly Revision[], record: PastState): Snapshot {
  const { item, revisionId, version, digest, fromRelease } = record;
  const own = { ...item, revisionId, version, digest, fromRelease } as Revision;
  return snapshotOf(snapshot.planId, record.fromRelease, [...around.filter((other) => other.id !== own.id), own]);
}
