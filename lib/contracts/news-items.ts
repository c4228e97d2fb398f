import type { Names } from '@/lib/domain/diff/words';
import { qualifiedName, versionText } from '@/lib/domain/plan/item';
import type { Significance } from '@/lib/domain/plan/significance';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import type { ItemChange } from '@/lib/domain/significance/classified';
import { rank } from '@/lib/domain/significance/effects';
import type { DifferenceView } from './change-requests';
import { differenceView } from './difference-view';
import type { NewsItem, NewsLine, Successor } from './inbox';

/** A piece of news is read in a minute: more items, sentences and differences than this are counted. */
const mostItems = 20;
const mostSentences = 5;
const mostDifferences = 12;
/** Longer lists are cut, in characters; sentences of their authors stay whole. */
const longestList = 2_000;

/** What a person hears of a set of changes. */
export interface Heard {
  readonly items: readonly NewsItem[];
  readonly omitted: number;
  readonly significance: Significance | null;
  readonly consequence: string;
  /** The loudest change in one line. */
  readonly line: NewsLine | null;
}

/** The changes that concern `itemIds` (all of them when absent), the loudest first, what was edited before what it reaches. */
export function heardOf(
  itemChanges: readonly ItemChange[],
  before: Snapshot,
  after: Snapshot,
  names: Names,
  itemIds?: readonly string[],
): Heard {
  const wanted = itemIds && new Set(itemIds);
  const changes = itemChanges
    .filter((change) => (wanted ? wanted.has(change.itemId) : change.operation !== 'affected'))
    .sort((a, b) => rank(a.significance) - rank(b.significance) || Number(a.own === null) - Number(b.own === null));
  const [first] = changes;
  const items = changes.slice(0, mostItems).map((change) => newsItem(change, before, after, names));
  return {
    items,
    omitted: changes.length - items.length,
    significance: first?.significance ?? null,
    consequence: first?.consequence ?? '',
    line: items[0] ? lineOf(items[0]) : null,
  };
}

function newsItem(change: ItemChange, before: Snapshot, after: Snapshot, names: Names): NewsItem {
  const item = after.items.get(change.itemId) ?? before.items.get(change.itemId);
  const differences = [...change.differences].sort((a, b) => rank(a.significance) - rank(b.significance));
  const shown = differences.slice(0, mostDifferences).map((one) => inNews(differenceView(one, names)));
  const via = [...change.via]
    .sort((a, b) => rank(a.significance) - rank(b.significance))
    .map((one) => `${names(one.itemId)}: ${one.why}`);
  return {
    itemId: change.itemId,
    kind: change.kind,
    namespace: item?.namespace ?? null,
    name: item?.name ?? change.name,
    operation: change.operation,
    versionBefore: change.versionBefore && versionText(change.versionBefore),
    version: change.version && versionText(change.version),
    significance: change.significance,
    consequence: change.consequence,
    sentences: [...new Set([...differences.map((one) => one.why), ...via])].slice(0, mostSentences),
    differences: shown,
    instead: successorsOf(change, before, after),
  };
}

function inNews(view: DifferenceView): DifferenceView {
  if (view.prose) return view;
  const cut = (words: string | null) =>
    words !== null && words.length > longestList ? `${words.slice(0, longestList).trimEnd()} …` : words;
  return { ...view, before: cut(view.before), after: cut(view.after) };
}

const mostSuccessors = 5;

/** What to use from now on instead of the item, and of what it uses, where the change deprecates or retires it. */
function successorsOf(change: ItemChange, before: Snapshot, after: Snapshot): Successor[] {
  const ids = [...new Set([change.itemId, ...change.via.map((one) => one.itemId)])];
  const found = ids.flatMap((id): Successor[] => {
    const item = after.items.get(id);
    const was = before.items.get(id)?.content.lifecycle;
    const now = item?.content.lifecycle;
    const successor = now?.replacedBy ? after.items.get(now.replacedBy) : undefined;
    if (!item || !now || !successor || (now.state !== 'deprecated' && now.state !== 'retired')) return [];
    if (was?.state === now.state && was.replacedBy === now.replacedBy) return [];
    const { kind, namespace, name } = successor;
    return [{ of: id === change.itemId ? null : qualifiedName(item), itemId: successor.id, kind, namespace, name }];
  });
  return found.slice(0, mostSuccessors);
}

function lineOf(item: NewsItem): NewsLine {
  const name = item.namespace === null ? item.name : `${item.namespace}/${item.name}`;
  const [first] = item.differences;
  if (!first) return { name, label: '', before: null, after: null, sentence: item.sentences[0] ?? '' };
  return { name, label: first.label, before: first.before, after: first.after, sentence: first.sentence || first.why };
}
