import { sameJson } from '../../kit/canonical';
import { grouped } from '../../kit/grouped';
import { err, ok, type Result } from '../../kit/result';
import { itemOf } from '../merge/changes-between';
import { fieldValue, type Item } from '../plan/item';
import { kinds } from '../plan/kinds/list';
import type { Lifecycle, Owner } from '../plan/parts';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import { type ReplacementError, replaceProperty } from './replace-property';

export const setChanges = ['add', 'remove', 'set'] as const;
/** How the members of a set change. */
export type SetChange = (typeof setChanges)[number];

/** What is done to every item of a selection. */
export type BulkAction =
  | { readonly kind: 'owner'; readonly owner: Owner | null }
  | { readonly kind: 'tags'; readonly how: SetChange; readonly tags: readonly string[] }
  | { readonly kind: 'lifecycle'; readonly state: Lifecycle['state']; readonly replacedBy: string | null }
  | { readonly kind: 'sources'; readonly how: SetChange; readonly sourceIds: readonly string[] }
  | { readonly kind: 'review-by'; readonly date: string | null }
  | { readonly kind: 'replace-property'; readonly by: string; readonly retire: boolean };

/** One item as it shall be, and what that changes in it. */
export interface BulkChange {
  readonly before: Item;
  readonly after: Item;
  readonly fields: readonly string[];
}

export interface BulkPlan {
  readonly changes: readonly BulkChange[];
  /** Items of the selection that stay as they are, and why. */
  readonly left: readonly { readonly itemId: string; readonly why: string }[];
}

export type BulkError = ReplacementError | { readonly code: 'item.not-found' };

/** Plans one action for many items; nothing is stored. */
export function planBulk(plan: Snapshot, itemIds: readonly string[], action: BulkAction): Result<BulkPlan, BulkError> {
  const ids = [...new Set(itemIds)];
  if (action.kind === 'replace-property') return planReplacement(plan, ids, action);
  const named = namedItems(action);
  const isKnown = (id: string) => (action.kind === 'sources' ? itemOfKind(plan, 'source', id) : plan.items.get(id));
  if (!named.every(isKnown)) return err({ code: 'item.not-found' });
  const changes: BulkChange[] = [];
  const left: { itemId: string; why: string }[] = [];
  for (const id of ids) {
    const revision = plan.items.get(id);
    if (!revision) return err({ code: 'item.not-found' });
    const before = itemOf(revision);
    const why = whyNot(plan, before, action);
    const after = why === undefined ? acted(before, action) : before;
    const fields = fieldsBetween(before, after);
    if (fields.length > 0) changes.push({ before, after, fields });
    else left.push({ itemId: id, why: why ?? 'It is so already.' });
  }
  return ok({ changes, left });
}

function planReplacement(
  plan: Snapshot,
  ids: readonly string[],
  { by, retire }: Extract<BulkAction, { kind: 'replace-property' }>,
): Result<BulkPlan, BulkError> {
  const planned = replaceProperty(plan, { losers: ids.filter((id) => id !== by), survivor: by, retire });
  if (!planned.ok) return planned;
  const changes = planned.value.changes.flatMap(({ itemId, item: after }): BulkChange[] => {
    const revision = plan.items.get(itemId);
    if (!revision || !after) return [];
    const before = itemOf(revision);
    return [{ before, after, fields: fieldsBetween(before, after) }];
  });
  return ok({ changes, left: [] });
}

function namedItems(action: BulkAction): readonly string[] {
  if (action.kind === 'sources') return action.how === 'remove' ? [] : action.sourceIds;
  return action.kind === 'lifecycle' && action.replacedBy !== null ? [action.replacedBy] : [];
}

/** Why an action makes no sense for an item. */
function whyNot(plan: Snapshot, item: Item, action: BulkAction): string | undefined {
  if (action.kind === 'sources') {
    if (item.kind !== 'event') return 'Only events have sources.';
    const truth = item.content.sourceOfTruth;
    const after = members(item.content.sources, action.how, action.sourceIds);
    if (truth !== null && !after.includes(truth))
      return `Its source of truth is ${plan.items.get(truth)?.name ?? 'one of them'}; name another one first.`;
  }
  if (action.kind !== 'lifecycle' || action.replacedBy === null) return undefined;
  if (action.replacedBy === item.id) return 'It cannot replace itself.';
  const { kind } = plan.items.get(action.replacedBy) ?? item;
  return kind === item.kind ? undefined : `A ${kinds[item.kind].label.toLowerCase()} is replaced by one of its kind.`;
}

function acted(item: Item, action: Exclude<BulkAction, { kind: 'replace-property' }>): Item {
  const put = (part: object) => ({ ...item, content: { ...item.content, ...part } }) as Item;
  switch (action.kind) {
    case 'owner':
      return put({ owner: action.owner });
    case 'tags':
      return put({ tags: members(item.content.tags, action.how, action.tags) });
    case 'lifecycle':
      return put({ lifecycle: { state: action.state, replacedBy: action.replacedBy } });
    case 'sources':
      return item.kind === 'event'
        ? put({ sources: members(item.content.sources, action.how, action.sourceIds) })
        : item;
    default:
      return put({ reviewBy: action.date });
  }
}

function members(before: readonly string[], how: SetChange, named: readonly string[]): string[] {
  if (how === 'set') return [...new Set(named)];
  if (how === 'remove') return before.filter((one) => !named.includes(one));
  return [...new Set([...before, ...named])];
}

function fieldsBetween(before: Item, after: Item): string[] {
  if (before === after) return [];
  return Object.keys(before.content).filter((key) => {
    const [was, is] = [fieldValue(before, key), fieldValue(after, key)];
    return !sameJson(was, is) && !(isSetOfTexts(was) && isSetOfTexts(is) && sameJson(was.toSorted(), is.toSorted()));
  });
}

function isSetOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** What a request with the action is called. */
export function bulkTitle(action: BulkAction, count: number, nameOf: (id: string) => string): string {
  const items = count === 1 ? 'one item' : `${grouped(count)} items`;
  switch (action.kind) {
    case 'owner':
      return action.owner ? `Make ${nameOf(action.owner.id)} the owner of ${items}` : `Take the owner off ${items}`;
    case 'tags':
      return `${{ add: 'Tag', remove: 'Untag', set: 'Set the tags of' }[action.how]} ${items}${action.how === 'set' ? '' : `: ${action.tags.join(', ')}`}`;
    case 'lifecycle':
      return `Make ${items} ${action.state}`;
    case 'sources':
      return `${{ add: 'Add sources to', remove: 'Take sources off', set: 'Set the sources of' }[action.how]} ${items}`;
    case 'review-by':
      return action.date === null ? `Drop the review day of ${items}` : `Look at ${items} again by ${action.date}`;
    default:
      return `Replace ${count === 1 ? 'a property' : `${grouped(count)} properties`} by ${nameOf(action.by)}`;
  }
}
