import { assertNever } from '../../kit/assert-never';
import { canonicalItem } from '../plan/canonical-item';
import type { Change } from '../plan/change';
import { fieldValue, type Item, type Revision, withField } from '../plan/item';
import type { FieldDefinition } from '../plan/kinds/define';
import { fieldOf } from '../plan/kinds/list';
import { memberKeyOf } from '../plan/member-key';
import { overlay, type Snapshot } from '../plan/snapshot';
import type { Difference } from './difference';

/** The snapshot with differences laid over it; differences of items that it does not hold are passed over. */
export function applyDifferences(snapshot: Snapshot, differences: readonly Difference[]): Snapshot {
  const byItem = new Map<string, Difference[]>();
  for (const difference of differences) {
    const list = byItem.get(difference.itemId);
    if (list) list.push(difference);
    else byItem.set(difference.itemId, [difference]);
  }
  const changes: Change[] = [];
  for (const [itemId, own] of byItem) {
    const before = snapshot.items.get(itemId);
    const after = applyToItem(before, own);
    if (after)
      changes.push(
        before
          ? { operation: 'update', itemId, item: after, base: baseOf(before) }
          : { operation: 'create', itemId, item: after, base: null },
      );
    else if (before) changes.push({ operation: 'remove', itemId, item: null, base: baseOf(before) });
  }
  return overlay(snapshot, changes);
}

/** The item with its differences applied, in canonical form; `undefined` where they remove it or there is nothing to apply them to. */
export function applyToItem(before: Item | undefined, differences: readonly Difference[]): Item | undefined {
  let item = before && canonicalItem(bare(before));
  for (const difference of differences) {
    if (difference.type === 'item-added') item = canonicalItem(bare(difference.after));
    else if (difference.type === 'item-removed') item = undefined;
    else if (item) item = applyToField(item, difference);
  }
  return item && canonicalItem(item);
}

type FieldDifference = Exclude<Difference, { type: 'item-added' | 'item-removed' }>;

function applyToField(item: Item, difference: FieldDifference): Item {
  if (difference.type === 'field-changed') return withField(item, difference.field, difference.after);
  const field = fieldOf(item.kind, difference.field);
  const value = fieldValue(item, difference.field);
  if (!field || !(Array.isArray(value) || value === null)) return item;
  return withField(item, difference.field, applyToMembers(field, value ?? [], difference));
}

function applyToMembers(
  field: FieldDefinition,
  members: readonly unknown[],
  difference: Exclude<FieldDifference, { type: 'field-changed' }>,
): unknown[] {
  const isIt = (member: unknown) => memberKeyOf(field, member) === difference.member;
  switch (difference.type) {
    case 'member-added':
      return [...members.filter((member) => !isIt(member)), difference.after];
    case 'member-removed':
      return members.filter((member) => !isIt(member));
    case 'member-changed':
      return members.map((member) =>
        isIt(member) ? { ...(member as object), [difference.part]: difference.after } : member,
      );
    default:
      return assertNever(difference);
  }
}

function bare(item: Item): Item {
  const { id, kind, namespace, name, content } = item;
  return { id, kind, namespace, name, content } as Item;
}

function baseOf(revision: Revision) {
  return { revisionId: revision.revisionId, digest: revision.digest };
}
