import type { Item } from './item';
import type { Reference } from './kinds/define';
import { kinds } from './kinds/list';
import type { Snapshot } from './snapshot';

/** Every other item that an item points at. */
export function referencesOf(item: Item): readonly Reference[] {
  // The table's entry and the content belong to the same kind, which TypeScript cannot follow through the index.
  const references = kinds[item.kind].references as (content: unknown) => readonly Reference[];
  return references(item.content);
}

/** Items that point at each item, by id. */
export function referrers(snapshot: Snapshot): ReadonlyMap<string, ReadonlySet<string>> {
  const known = reversed.get(snapshot);
  if (known) return known;
  const result = new Map<string, Set<string>>();
  for (const item of snapshot.items.values()) {
    for (const reference of referencesOf(item)) {
      const set = result.get(reference.itemId);
      if (set) set.add(item.id);
      else result.set(reference.itemId, new Set([item.id]));
    }
  }
  reversed.set(snapshot, result);
  return result;
}

// Kept with the snapshot, which never changes.
const reversed = new WeakMap<Snapshot, ReadonlyMap<string, ReadonlySet<string>>>();
