import { diffPlans } from '@/lib/domain/diff/diff-plans';
import { mergePlans } from '@/lib/domain/merge/merge-plans';
import type { Change } from '@/lib/domain/plan/change';
import { type Revision, withField } from '@/lib/domain/plan/item';
import { itemsOfKind, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { largeSnapshot } from './large-plan';
import { atMostTimes, medianMs, report } from './measure';

const changedEvents = 500;

/** A request of 500 changes moved onto a head in which 500 events have changed too, half of them the same ones, beside the diff. */
export async function benchThreeWayMerge(): Promise<boolean> {
  const base = largeSnapshot();
  const events = itemsOfKind(base, 'event');
  const theirs = edits(events.slice(0, changedEvents), (item) => withField(item, 'firesWhen', `${item.id} is stored.`));
  const yours = edits(events.slice(changedEvents / 2, (changedEvents * 3) / 2), (item) =>
    withField(item, 'meaning', `${item.content.meaning} And paid.`),
  );
  const head = moved(overlay(base, theirs));
  const merge = mergePlans(base, head, yours);
  if (merge.conflicts.length > 0 || merge.changes.length !== changedEvents || merge.merged.length === 0)
    throw new Error(`merged ${merge.changes.length} changes with ${merge.conflicts.length} conflicts`);

  const diff = await medianMs(() => diffPlans(base, head), 9);
  const ours = await medianMs(() => mergePlans(base, head, yours), 9);
  return report(atMostTimes('three-way merge of 500 and 500 changes, beside the diff', ours, diff, 3, 'ms'));
}

function edits(events: readonly Revision<'event'>[], edit: (item: Revision<'event'>) => Revision<'event'>): Change[] {
  return events.map((item) => ({
    operation: 'update',
    itemId: item.id,
    item: edit(item),
    base: { revisionId: item.revisionId, digest: item.digest },
  }));
}

// As the next release loads from the database: nothing is shared by reference.
function moved(snapshot: Snapshot): Snapshot {
  return { ...snapshot, items: new Map([...snapshot.items].map(([id, item]) => [id, structuredClone(item)])) };
}
