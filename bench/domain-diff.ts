import { create } from 'jsondiffpatch';
import { applyDifferences } from '@/lib/domain/diff/apply-differences';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import type { Change } from '@/lib/domain/plan/change';
import { type Revision, withField } from '@/lib/domain/plan/item';
import { itemsOfKind, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { largeSnapshot } from './large-plan';
import { atMost, atMostTimes, medianMs, report } from './measure';

const changedEvents = 500;

/** Diff of 5,000 events × 20,000 uses with 500 changes, beside jsondiffpatch on the same values; then its classification. */
export async function benchDomainDiff(): Promise<boolean> {
  const before = largeSnapshot();
  const after = copied(overlay(before, edits(before)));
  const differences = diffPlans(before, after);
  if (differences.length !== changedEvents)
    throw new Error(`expected ${changedEvents} differences, found ${differences.length}`);
  if (diffPlans(applyDifferences(before, differences), after).length !== 0)
    throw new Error('the difference does not lead from one plan to the other');

  const patcher = create({ objectHash: (value) => keyOf(value) });
  const left = plain(before);
  const right = plain(after);
  const baseline = await medianMs(() => patcher.diff(left, right));
  const ours = await medianMs(() => diffPlans(before, after));
  const undigested = { ...after, items: new Map([...after.items].map(([id, item]) => [id, { ...item, digest: '' }])) };
  const thorough = await medianMs(() => diffPlans(before, undigested));
  const classified = await medianMs(() => classifyPlanDiff(before, after, differences));
  return [
    atMostTimes('diff of two plans, 500 changes', ours, baseline, 1, 'ms'),
    atMostTimes('diff of two plans, 500 changes, every item looked into', thorough, baseline, 1, 'ms'),
    atMost('significance of 500 changes with what they reach', classified, 100, 'ms'),
  ]
    .map(report)
    .every((met) => met);
}

// One difference an event, of the kinds that people make: prose, presence, a use more, a use less, a tag, a name.
function edits(snapshot: Snapshot): Change[] {
  const events = itemsOfKind(snapshot, 'event');
  return Array.from({ length: changedEvents }, (_, index) => events[index * 10])
    .filter((item) => item !== undefined)
    .map((item, index) => ({
      operation: 'update',
      itemId: item.id,
      item: edited(item, index),
      base: { revisionId: item.revisionId, digest: item.digest },
    }));
}

function edited(item: Revision<'event'>, index: number): Revision<'event'> {
  const [first, ...rest] = item.content.properties;
  switch (index % 6) {
    case 0:
      return withField(item, 'meaning', `${item.content.meaning} And it was paid.`);
    case 1:
      return withField(item, 'properties', first ? [{ ...first, note: 'ISO 4217' }, ...rest] : rest);
    case 2:
      return withField(item, 'properties', rest);
    case 3:
      return withField(item, 'tags', [...item.content.tags, 'reviewed']);
    case 4:
      return withField(item, 'name', `${item.name} 2`);
    default:
      return withField(item, 'lifecycle', { state: 'deprecated', replacedBy: null });
  }
}

// As after a load from the database: nothing is shared by reference.
function copied(snapshot: Snapshot): Snapshot {
  return { ...snapshot, items: new Map([...snapshot.items].map(([id, item]) => [id, structuredClone(item)])) };
}

function plain(snapshot: Snapshot): Record<string, unknown> {
  return Object.fromEntries(
    [...snapshot.items].map(([id, { kind, namespace, name, content }]) => [id, { kind, namespace, name, content }]),
  );
}

function keyOf(value: unknown): string | undefined {
  const member = value as Record<string, unknown> | null;
  const key = member?.propertyId ?? member?.value ?? member?.url ?? member?.key ?? member?.title;
  return key === undefined ? undefined : String(key);
}
