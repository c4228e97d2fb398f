import { foldName } from '../../kit/fold';
import type { Revision } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import { itemsOfKind, type Snapshot } from '../plan/snapshot';
import { factsOf, type ItemFacts } from './facts';
import type { FilterKey, ItemFilter } from './filter';
import type { GroupKey, SortKey } from './list-keys';
import { type FilterContext, type Test, testsOf } from './match';

/** Which items, in which order. */
export interface ItemQuery {
  /** All kinds when absent. */
  readonly kind?: ItemKind | undefined;
  readonly filter: ItemFilter;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly group: GroupKey | null;
}

/** The items that a query finds, in order, and how many stand in each group. */
export interface ItemQueryResult {
  readonly items: readonly Revision[];
  readonly groups: readonly { readonly key: string; readonly count: number }[];
  /** When nothing is found: the condition without which something would be, as its place among terms and words, and how many then. */
  readonly blocking: { readonly index: number; readonly found: number } | null;
}

/** Filters, groups and sorts the items of a snapshot. */
export function queryItems(snapshot: Snapshot, query: ItemQuery, context: FilterContext): ItemQueryResult {
  const facts = factsOf(snapshot);
  const candidates = candidatesOf(snapshot, query.kind, facts);
  const answers = answersOf(candidates, query.filter, context);
  const found: Revision[] = [];
  candidates.items.forEach((item, at) => {
    if (answers.every((answer) => answer[at] === 1)) found.push(item);
  });
  const { group } = query;
  const order = orderOf(query, facts, context);
  const inOrder = order ? found.sort(order) : found;
  return {
    items: inOrder,
    groups: group ? countGroups(inOrder, group, facts) : [],
    blocking: found.length === 0 ? blockingTest(answers, candidates.items.length) : null,
  };
}

/** The group an item stands in. */
export function groupOf(facts: ItemFacts, group: GroupKey): string {
  return facts[group];
}

function blockingTest(answers: readonly Uint8Array[], size: number): ItemQueryResult['blocking'] {
  let best: { index: number; found: number } | null = null;
  for (let index = 0; index < answers.length; index += 1) {
    let found = 0;
    for (let item = 0; item < size; item += 1) {
      if (answers.every((answer, at) => at === index || answer[item] === 1)) found += 1;
    }
    if (found > 0 && (best === null || found > best.found)) best = { index, found };
  }
  return best;
}

function orderOf(
  query: ItemQuery,
  facts: ReadonlyMap<string, ItemFacts>,
  context: FilterContext,
): ((a: Revision, b: Revision) => number) | null {
  const byName = query.sort === 'name';
  if (byName && !query.descending && !query.group && query.kind) return null;
  const sign = query.descending ? -1 : 1;
  const called = (own: ItemFacts, key: GroupKey) =>
    key === 'owner' && own.owner !== '' ? foldName(context.ownerNamed?.(own.owner) ?? own.owner) : own[key];
  return (a, b) => {
    const left = facts.get(a.id);
    const right = facts.get(b.id);
    if (!left || !right) return 0;
    const grouped = query.group ? compareGroups(called(left, query.group), called(right, query.group)) : 0;
    if (grouped !== 0) return grouped;
    const sorted =
      query.sort === 'owner'
        ? sign * compare(called(left, 'owner'), called(right, 'owner'))
        : sign * compareBy(query.sort, a, left, b, right);
    return sorted || compare(left.sortName, right.sortName) || compare(a.id, b.id);
  };
}

function compareBy(sort: SortKey, a: Revision, left: ItemFacts, b: Revision, right: ItemFacts): number {
  switch (sort) {
    case 'name':
      return compare(left.sortName, right.sortName);
    case 'changed':
      return a.fromRelease - b.fromRelease;
    case 'consumers':
      return left.consumers - right.consumers;
    case 'uses':
      return left.users - right.users;
    default:
      return compare(left[sort], right[sort]);
  }
}

function countGroups(
  items: readonly Revision[],
  group: GroupKey,
  facts: ReadonlyMap<string, ItemFacts>,
): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = facts.get(item.id)?.[group] ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ key, count }));
}

// Items without a value stand last.
function compareGroups(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  return compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The items of a kind by name, or all of them in no order, each beside its facts. */
interface Candidates {
  readonly items: readonly Revision[];
  readonly facts: readonly ItemFacts[];
  /** Which items each condition holds for, by the condition, the oldest first. */
  readonly answers: Map<string, Uint8Array>;
}

const maxAnswers = 300;
/** What else than the plan decides these: who asks, what owners are called, and the day. */
const outsideThePlan = new Set<FilterKey>(['owner', 'changed', 'review']);

/** For each condition of a filter whether it holds, item by item: people narrow down and turn pages with the same ones. */
function answersOf(candidates: Candidates, filter: ItemFilter, context: FilterContext): Uint8Array[] {
  return testsOf(filter, context).map((test, at) => {
    const term = filter.terms[at];
    if (term && outsideThePlan.has(term.key)) return answerOf(candidates, test);
    const key = JSON.stringify(term ?? filter.words[at - filter.terms.length]);
    const known = candidates.answers.get(key) ?? answerOf(candidates, test);
    candidates.answers.delete(key);
    candidates.answers.set(key, known);
    for (const oldest of candidates.answers.keys()) {
      if (candidates.answers.size <= maxAnswers) break;
      candidates.answers.delete(oldest);
    }
    return known;
  });
}

function answerOf({ items, facts }: Candidates, test: Test): Uint8Array {
  return Uint8Array.from(items, (item, at) => {
    const own = facts[at];
    return own && test(item, own) ? 1 : 0;
  });
}

function candidatesOf(
  snapshot: Snapshot,
  kind: ItemKind | undefined,
  facts: ReadonlyMap<string, ItemFacts>,
): Candidates {
  let known = kept.get(snapshot);
  if (!known) {
    known = new Map();
    kept.set(snapshot, known);
  }
  let list = known.get(kind);
  if (!list) {
    const items = kind ? itemsOfKind(snapshot, kind) : [...snapshot.items.values()];
    const paired = items.flatMap((item) => {
      const own = facts.get(item.id);
      return own ? [{ item, own }] : [];
    });
    if (kind) paired.sort((a, b) => compare(a.own.sortName, b.own.sortName) || compare(a.item.id, b.item.id));
    list = { items: paired.map(({ item }) => item), facts: paired.map(({ own }) => own), answers: new Map() };
    known.set(kind, list);
  }
  return list;
}

// Kept with the snapshot, which never changes.
const kept = new WeakMap<Snapshot, Map<ItemKind | undefined, Candidates>>();
