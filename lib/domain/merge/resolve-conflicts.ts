import { err, ok, type Result } from '../../kit/result';
import { canonicalItem } from '../plan/canonical-item';
import type { Change } from '../plan/change';
import { fieldValue, type Item, withField } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { fieldOf } from '../plan/kinds/list';
import { memberKeyOf } from '../plan/member-key';
import type { Snapshot } from '../plan/snapshot';
import type { Choice, Conflict } from './conflict';
import type { PlanMerge } from './merge-plans';

export type ResolveError =
  /** Conflicts nobody has answered. */
  | { readonly code: 'merge.unresolved'; readonly keys: readonly string[] }
  /** An answer that cannot be: why, in words. */
  | { readonly code: 'merge.choice-invalid'; readonly key: string; readonly words: string };

/** The changes with each conflict answered; a written value must be one the field takes. */
export function resolveConflicts(
  merge: PlanMerge,
  head: Snapshot,
  choices: ReadonlyMap<string, Choice>,
): Result<Change[], ResolveError> {
  const open = merge.conflicts.filter((conflict) => !choices.has(conflict.key)).map((conflict) => conflict.key);
  if (open.length > 0) return err({ code: 'merge.unresolved', keys: open });
  const changes = new Map(merge.changes.map((change) => [change.itemId, change]));
  for (const conflict of merge.conflicts) {
    const choice = choices.get(conflict.key);
    const words = choice && settle(conflict, choice, head, changes);
    if (words) return err({ code: 'merge.choice-invalid', key: conflict.key, words });
  }
  const result: Change[] = [];
  for (const change of changes.values()) {
    if (change.operation === 'remove') {
      result.push(change);
      continue;
    }
    const parsed = itemSchema.safeParse(change.item);
    if (!parsed.success) {
      const key = merge.conflicts.find((conflict) => conflict.itemId === change.itemId)?.key ?? change.itemId;
      const issue = parsed.error.issues[0];
      return err({
        code: 'merge.choice-invalid',
        key,
        words: issue ? `${issue.path.join('.')}: ${issue.message}` : 'is not valid',
      });
    }
    result.push({ ...change, item: canonicalItem(parsed.data) });
  }
  return ok(result);
}

type Changes = Map<string, Change>;

/** Applies one answer; returns words when the answer does not fit the conflict. */
function settle(conflict: Conflict, choice: Choice, head: Snapshot, changes: Changes): string | undefined {
  switch (conflict.type) {
    case 'field':
    case 'rename-rename':
      if (choice.take === 'yours') return undefined;
      return edit(changes, conflict.itemId, (item) =>
        withPlace(item, conflict, choice.take === 'theirs' ? conflict.theirs : choice.value),
      );
    case 'both-created':
    case 'edit-delete':
    case 'delete-edit':
      if (choice.take === 'written') return 'Choose theirs or yours.';
      if (choice.take === 'theirs') changes.delete(conflict.itemId);
      return undefined;
    case 'name-taken':
      return settleName(conflict, choice, head, changes);
    case 'reference-removed':
      if (choice.take === 'theirs')
        return edit(changes, conflict.itemId, (item) => withoutReference(item, conflict.field, conflict.missing.id));
      if (choice.take === 'written') return 'Choose theirs to drop the reference, or yours to bring the item back.';
      changes.set(conflict.missing.id, {
        operation: 'create',
        itemId: conflict.missing.id,
        item: plainItem(conflict.missing),
        base: null,
      });
      return undefined;
    case 'removed-in-use':
      if (choice.take !== 'theirs')
        return `${conflict.usedByName} uses it by now: keep it, or change ${conflict.usedByName} first.`;
      changes.delete(conflict.itemId);
      return undefined;
    case 'source-of-truth':
      return edit(changes, conflict.itemId, (item) => settleTruth(item, conflict.sourceId, choice));
  }
}

function settleName(
  conflict: Conflict & { type: 'name-taken' },
  choice: Choice,
  head: Snapshot,
  changes: Changes,
): string | undefined {
  if (choice.take === 'yours') return 'Another item bears this name: write another one.';
  if (choice.take === 'written') return edit(changes, conflict.itemId, (item) => withField(item, 'name', choice.value));
  const now = head.items.get(conflict.itemId);
  if (!now) {
    changes.delete(conflict.itemId);
    return undefined;
  }
  return edit(changes, conflict.itemId, (item) => ({ ...item, namespace: now.namespace, name: now.name }));
}

function settleTruth(item: Item, sourceId: string, choice: Choice): Item {
  if (item.kind !== 'event') return item;
  if (choice.take === 'written') return withField(item, 'sourceOfTruth', choice.value);
  // Theirs and yours differ in which half they are, so each answer keeps one half: no truth, or the source again.
  return choice.take === 'theirs'
    ? withField(item, 'sourceOfTruth', null)
    : withField(item, 'sources', [...item.content.sources, sourceId]);
}

function edit(changes: Changes, itemId: string, how: (item: Item) => Item): string | undefined {
  const change = changes.get(itemId);
  if (!change || change.operation === 'remove') return undefined;
  changes.set(itemId, { ...change, item: how(change.item) });
  return undefined;
}

function withPlace(
  item: Item,
  place: { field: string; member: string | null; part: string | null },
  value: unknown,
): Item {
  const { member, part } = place;
  if (member === null) return withField(item, place.field, value);
  const field = fieldOf(item.kind, place.field);
  const before = fieldValue(item, place.field);
  if (!field || !Array.isArray(before)) return item;
  const isMember = (candidate: unknown): boolean => memberKeyOf(field, candidate) === member;
  if (part !== null) {
    return withField(
      item,
      place.field,
      before.map((one: unknown) => (isMember(one) ? { ...(one as object), [part]: value } : one)),
    );
  }
  const others = before.filter((one: unknown) => !isMember(one));
  return withField(item, place.field, value === null ? others : [...others, value]);
}

/** The item with every pointer from a field to another item dropped. */
function withoutReference(item: Item, field: string, missingId: string): Item {
  return withField(item, field, stripped(fieldValue(item, field), missingId));
}

function stripped(value: unknown, id: string): unknown {
  if (value === id) return null;
  if (Array.isArray(value))
    return value.filter((member) => member !== id && !pointsDirectly(member, id)).map((member) => stripped(member, id));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, stripped(member, id)]));
}

function pointsDirectly(member: unknown, id: string): boolean {
  return member !== null && typeof member === 'object' && Object.values(member).includes(id);
}

function plainItem(item: Item): Item {
  return { id: item.id, kind: item.kind, namespace: item.namespace, name: item.name, content: item.content } as Item;
}
