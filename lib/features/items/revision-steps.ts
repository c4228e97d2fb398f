import { diffItems } from '@/lib/domain/diff/diff-items';
import type { Item, Revision } from '@/lib/domain/plan/item';
import { referencesOf } from '@/lib/domain/plan/references';
import { type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { type Classified, claimKey } from '@/lib/domain/significance/classified';
import { classify } from '@/lib/domain/significance/classify';
import { rank } from '@/lib/domain/significance/effects';
import type { RevisionRecord } from '@/lib/store/revisions';

/** One revision and how it differs from the one before. */
export interface RevisionStep {
  readonly record: RevisionRecord;
  readonly before: RevisionRecord | undefined;
  readonly differences: readonly Classified[];
}

/** The steps of an item's life, oldest first; names in them are those of `snapshot`. */
export function revisionSteps(snapshot: Snapshot, records: readonly RevisionRecord[]): RevisionStep[] {
  return records.map((record, index) => {
    const before = records[index - 1];
    return { record, before, differences: before ? step(snapshot, before, record) : [] };
  });
}

function step(snapshot: Snapshot, before: RevisionRecord, after: RevisionRecord): Classified[] {
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

function withItem(snapshot: Snapshot, around: readonly Revision[], record: RevisionRecord): Snapshot {
  const { item, revisionId, version, digest, fromRelease } = record;
  const own = { ...item, revisionId, version, digest, fromRelease } as Revision;
  return snapshotOf(snapshot.planId, record.fromRelease, [...around.filter((other) => other.id !== own.id), own]);
}
