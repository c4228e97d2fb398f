import { foldName } from '../../kit/fold';
import { fieldValue, type Item } from '../plan/item';
import type { Owner } from '../plan/parts';
import type { Significance } from '../plan/significance';
import type { Snapshot } from '../plan/snapshot';
import type { ItemChange } from '../significance/classified';
import type { ChannelFilter } from './channel';

/** What of an item a filter can ask about. */
export interface ItemMark {
  readonly itemId: string;
  readonly owners: ReadonlySet<string>;
  /** Folded, so that one tag spelled in two ways is one. */
  readonly tags: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** What a filter can ask about one changed item; owners, tags and sources are those of before and of after. */
export interface ChangeFact extends ItemMark {
  /** It says what it said, but something it uses changed. */
  readonly isReached: boolean;
  /** All that it is; a rename with a new meaning is both. */
  readonly significances: readonly Significance[];
}

/** What filters can ask about changes, an entry per item. */
export function factsOf(changes: readonly ItemChange[], before: Snapshot, after: Snapshot): ChangeFact[] {
  return changes.map((change) => {
    const sides = [before.items.get(change.itemId), after.items.get(change.itemId)].filter(
      (item) => item !== undefined,
    );
    return {
      ...markOf(...sides),
      itemId: change.itemId,
      isReached: change.operation === 'affected',
      significances: change.significances,
    };
  });
}

/** What a filter can ask about an item, on each of its sides. */
export function markOf(...sides: readonly Item[]): ItemMark {
  return {
    itemId: sides[0]?.id ?? '',
    owners: new Set(sides.flatMap((item) => (fieldValue(item, 'owner') as Owner | null | undefined)?.id ?? [])),
    tags: new Set(sides.flatMap((item) => textsOf(item, 'tags').map(foldName))),
    sources: new Set(sides.flatMap((item) => (item.kind === 'source' ? [item.id] : textsOf(item, 'sources')))),
  };
}

function textsOf(item: Item, field: string): string[] {
  const value = fieldValue(item, field);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/**
 * The items of a plan's changes that a filter lets through. What is only reached counts where the filter names an
 * owner, a tag or a source, whose people want to know; otherwise it would say everything twice.
 */
export function heardBy(filter: ChannelFilter, facts: readonly ChangeFact[]): string[] {
  const asksWhose = filter.owners.length + filter.tags.length + filter.sources.length > 0;
  return facts.filter((fact) => (asksWhose || !fact.isReached) && passes(filter, fact)).map(({ itemId }) => itemId);
}

function passes(filter: ChannelFilter, fact: ChangeFact): boolean {
  const any = (wanted: readonly string[], held: ReadonlySet<string>) =>
    wanted.length === 0 || wanted.some((one) => held.has(one));
  return (
    any(filter.significances, new Set(fact.significances)) &&
    any(filter.owners, fact.owners) &&
    any(filter.tags.map(foldName), fact.tags) &&
    any(filter.sources, fact.sources)
  );
}
