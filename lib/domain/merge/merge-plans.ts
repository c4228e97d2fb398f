import { sameJson } from '../../kit/canonical';
import { digestOf } from '../../kit/digest';
import type { Change } from '../plan/change';
import { fieldValue, type Item, qualifiedName, type Revision } from '../plan/item';
import { fieldsOf } from '../plan/kinds/list';
import { referencesOf, referrers } from '../plan/references';
import { itemByName, nameKey, type Snapshot } from '../plan/snapshot';
import type { Conflict } from './conflict';
import { type FieldConflict, mergeItems, type Taken } from './merge-items';

/** A place of an item that they changed and that merged by itself. */
export interface AutoMerged extends Taken {
  readonly itemId: string;
}

export interface PlanMerge {
  /** The changes against the head; where there are conflicts they say what yours says. */
  readonly changes: readonly Change[];
  readonly merged: readonly AutoMerged[];
  readonly conflicts: readonly Conflict[];
  /** Items whose change has become empty, because the plan says the same by now. */
  readonly settled: readonly string[];
}

/** Moves changes made against `base` onto `head`: edits of different places merge by themselves, the same place asks a person. */
export function mergePlans(base: Snapshot, head: Snapshot, changes: readonly Change[]): PlanMerge {
  const merged: AutoMerged[] = [];
  const conflicts: Conflict[] = [];
  const settled: string[] = [];
  const moved: Change[] = [];
  for (const change of changes) {
    const result = moveChange(base, head, change, merged, conflicts);
    if (result) moved.push(result);
    else settled.push(change.itemId);
  }
  conflicts.push(...nameConflicts(head, moved), ...referenceConflicts(base, head, moved));
  return { changes: moved, merged, conflicts, settled };
}

function moveChange(
  base: Snapshot,
  head: Snapshot,
  change: Change,
  merged: AutoMerged[],
  conflicts: Conflict[],
): Change | undefined {
  const now = head.items.get(change.itemId);
  const was = base.items.get(change.itemId);
  if (change.operation === 'create') {
    if (!now) return change;
    if (saysTheSame(change.item, now)) return undefined;
    conflicts.push({
      type: 'both-created',
      ...about('both-created', change.itemId, now.digest),
      theirs: now,
      yours: change.item,
    });
    return { operation: 'update', itemId: change.itemId, item: change.item, base: baseOf(now) };
  }
  if (now && now.digest === change.base.digest)
    return now.revisionId === change.base.revisionId ? change : { ...change, base: baseOf(now) };
  if (change.operation === 'remove') {
    if (!now) return undefined;
    conflicts.push({
      type: 'delete-edit',
      ...about('delete-edit', change.itemId, now.digest),
      base: was ?? now,
      theirs: now,
    });
    return { ...change, base: baseOf(now) };
  }
  if (!now) {
    conflicts.push({
      type: 'edit-delete',
      ...about('edit-delete', change.itemId, change.base.digest),
      base: was ?? change.item,
      yours: change.item,
    });
    return { operation: 'create', itemId: change.itemId, item: change.item, base: null };
  }
  // Without the common past nothing can merge by itself: every difference is asked about.
  const result =
    was?.kind === now.kind && was.kind === change.item.kind
      ? mergeItems<Item>(was, change.item, now)
      : mergeUnrelated(change.item, now);
  merged.push(...result.taken.map((taken) => ({ itemId: change.itemId, ...taken })));
  conflicts.push(...result.conflicts.map((conflict) => fieldConflict(change.itemId, conflict)));
  if (result.conflicts.length === 0 && saysTheSame(result.merged, now)) return undefined;
  return { operation: 'update', itemId: change.itemId, item: result.merged, base: baseOf(now) };
}

function mergeUnrelated(
  yours: Item,
  theirs: Item,
): { merged: Item; taken: readonly Taken[]; conflicts: readonly FieldConflict[] } {
  const { taken } = mergeItems<Item>(yours, yours, theirs);
  return { merged: yours, taken: [], conflicts: taken.map((place) => ({ ...place, base: null, yours: place.base })) };
}

function fieldConflict(itemId: string, conflict: FieldConflict): Conflict {
  const type = conflict.field === 'name' || conflict.field === 'namespace' ? 'rename-rename' : 'field';
  const seen = digestOf([conflict.theirs ?? null, conflict.yours ?? null]).slice(0, 16);
  return { type, ...about(type, itemId, conflict.field, conflict.member, conflict.part, seen), ...conflict };
}

/** Names that two items of a kind would bear once the changes are applied. */
function nameConflicts(head: Snapshot, changes: readonly Change[]): Conflict[] {
  const conflicts: Conflict[] = [];
  const given = new Map<string, string>();
  const touched = new Set(changes.map((change) => change.itemId));
  for (const change of changes) {
    if (change.operation === 'remove') continue;
    const { item } = change;
    const now = head.items.get(item.id);
    const renamed = !now || now.name !== item.name || now.namespace !== item.namespace;
    const key = nameKey(item);
    const other = given.get(key) ?? (renamed ? untouchedOther(head, item, touched) : undefined);
    if (other)
      conflicts.push({
        type: 'name-taken',
        ...about('name-taken', item.id, other),
        name: qualifiedName(item),
        otherId: other,
      });
    else given.set(key, item.id);
  }
  return conflicts;
}

function untouchedOther(head: Snapshot, item: Item, touched: ReadonlySet<string>): string | undefined {
  const other = itemByName(head, item.kind, item.namespace, item.name);
  return other && other.id !== item.id && !touched.has(other.id) ? other.id : undefined;
}

/** References that hold on each side alone and break once both are together. */
function referenceConflicts(base: Snapshot, head: Snapshot, changes: readonly Change[]): Conflict[] {
  const conflicts: Conflict[] = [];
  const byItem = new Map(changes.map((change) => [change.itemId, change]));
  for (const change of changes) {
    if (change.operation === 'remove') conflicts.push(...usesOfRemoved(base, head, change.itemId, byItem));
    else conflicts.push(...pointsAtRemoved(base, head, change.item, byItem), ...lostTruth(base, head, change.item));
  }
  return conflicts;
}

function usesOfRemoved(
  base: Snapshot,
  head: Snapshot,
  removedId: string,
  changes: ReadonlyMap<string, Change>,
): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const userId of referrers(head).get(removedId) ?? []) {
    const user = head.items.get(userId);
    if (!user || changes.has(userId)) continue;
    const known = base.items.get(userId);
    // What pointed at it before they moved is a breach of the request's own making.
    if (known && referencesOf(known).some((reference) => reference.itemId === removedId)) continue;
    const field = referencesOf(user).find((reference) => reference.itemId === removedId)?.field ?? '';
    conflicts.push({
      type: 'removed-in-use',
      ...about('removed-in-use', removedId, userId),
      usedById: userId,
      usedByName: qualifiedName(user),
      field,
    });
  }
  return conflicts;
}

function pointsAtRemoved(base: Snapshot, head: Snapshot, item: Item, changes: ReadonlyMap<string, Change>): Conflict[] {
  const conflicts = new Map<string, Conflict>();
  for (const { field, itemId } of referencesOf(item)) {
    const missing = base.items.get(itemId);
    if (!missing || head.items.has(itemId) || changes.has(itemId)) continue;
    const names = about('reference-removed', item.id, field, itemId);
    conflicts.set(names.key, { type: 'reference-removed', ...names, field, missing });
  }
  return [...conflicts.values()];
}

function lostTruth(base: Snapshot, head: Snapshot, item: Item): Conflict[] {
  if (
    item.kind !== 'event' ||
    item.content.sourceOfTruth === null ||
    item.content.sources.includes(item.content.sourceOfTruth)
  )
    return [];
  const now = head.items.get(item.id);
  // Where the plan did not move the item, the breach is the request's own.
  if (!now || now.digest === base.items.get(item.id)?.digest) return [];
  return [
    {
      type: 'source-of-truth',
      ...about('source-of-truth', item.id, item.content.sourceOfTruth),
      sourceId: item.content.sourceOfTruth,
    },
  ];
}

function about(type: string, itemId: string, ...more: (string | null)[]): { key: string; itemId: string } {
  return { key: [type, itemId, ...more.map((part) => part ?? '')].join('|'), itemId };
}

function saysTheSame(item: Item, revision: Revision): boolean {
  return (
    item.kind === revision.kind &&
    fieldsOf(item.kind).every((field) => sameJson(fieldValue(item, field.key), fieldValue(revision, field.key)))
  );
}

function baseOf(revision: Revision): { revisionId: string; digest: string } {
  return { revisionId: revision.revisionId, digest: revision.digest };
}
