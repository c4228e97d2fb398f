import type { Item } from './item';
import type { Reference } from './kinds/define';
import { kinds } from './kinds/list';
import { overlaidOn, type Snapshot } from './snapshot';

/** Every other item that an item points at. */
export function referencesOf(item: Item): readonly Reference[] {
  const known = pointed.get(item.content);
  if (known) return known;
  // The table's entry and the content belong to the same kind, which TypeScript cannot follow through the index.
  const references = kinds[item.kind].references as (content: unknown) => readonly Reference[];
  const found = references(item.content);
  pointed.set(item.content, found);
  return found;
}

// Kept with the content, which never changes and which most snapshots of a plan share.
const pointed = new WeakMap<Item['content'], readonly Reference[]>();

/** Items that point at each item, by id. */
export function referrers(snapshot: Snapshot): ReadonlyMap<string, ReadonlySet<string>> {
  const known = reversed.get(snapshot);
  if (known) return known;
  const result = referrersLaidOver(snapshot) ?? new Map<string, Set<string>>();
  if (result.size === 0) for (const item of snapshot.items.values()) point(result, item);
  reversed.set(snapshot, result);
  return result;
}

function point(result: Map<string, Set<string>>, item: Item): void {
  for (const reference of referencesOf(item)) {
    const set = result.get(reference.itemId);
    if (set) set.add(item.id);
    else result.set(reference.itemId, new Set([item.id]));
  }
}

/** Those of the snapshot beneath, with what the laid over items point at put right. */
function referrersLaidOver(snapshot: Snapshot): Map<string, Set<string>> | undefined {
  const over = overlaidOn(snapshot);
  const beneath = over && reversed.get(over.base);
  if (!over || !beneath) return undefined;
  const result = new Map(beneath) as Map<string, Set<string>>;
  const own = new Set<string>();
  const ownSet = (id: string): Set<string> => {
    const set = own.has(id) ? result.get(id) : new Set(result.get(id));
    own.add(id);
    return set ?? new Set();
  };
  for (const itemId of over.itemIds) {
    const [before, after] = [over.base.items.get(itemId), snapshot.items.get(itemId)];
    const was = new Set(before ? referencesOf(before).map((reference) => reference.itemId) : []);
    const is = new Set(after ? referencesOf(after).map((reference) => reference.itemId) : []);
    for (const id of was) {
      if (is.has(id)) continue;
      const set = ownSet(id);
      set.delete(itemId);
      if (set.size > 0) result.set(id, set);
      else result.delete(id);
    }
    for (const id of is) if (!was.has(id)) result.set(id, ownSet(id).add(itemId));
  }
  return result;
}

// Kept with the snapshot, which never changes.
const reversed = new WeakMap<Snapshot, ReadonlyMap<string, ReadonlySet<string>>>();
