import { foldName } from '../../kit/fold';
import type { Revision } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import { itemsOfKind, type Snapshot } from '../plan/snapshot';

/** An item whose name is like another text, and how alike: 0–1. */
export interface Near {
  readonly item: Revision;
  readonly likeness: number;
}

/** The items of a kind (or of all) whose names are most like a text, best first. */
export function nearestItems(
  snapshot: Snapshot,
  kind: ItemKind | undefined,
  name: string,
  limit: number,
  atLeast = 0.3,
): readonly Near[] {
  const wanted = gramsOf(name);
  const { items, sizes, holders } = gramIndexOf(snapshot);
  const shared = new Map<number, number>();
  for (const gram of wanted) for (const at of holders.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const near: Near[] = [];
  for (const [at, count] of shared) {
    const item = items[at];
    const likeness = (2 * count) / (wanted.size + (sizes[at] ?? 0));
    if (item && likeness >= atLeast && (!kind || item.kind === kind)) near.push({ item, likeness });
  }
  return near
    .sort((one, other) => other.likeness - one.likeness || (one.item.name < other.item.name ? -1 : 1))
    .slice(0, limit);
}

/** Items of the same kind that are easily taken for this one: a very like name, or the same name elsewhere. */
export function easilyConfused(snapshot: Snapshot, item: Revision, limit: number): readonly Revision[] {
  const others = nearestItems(snapshot, item.kind, item.name, limit + 1, 0.62);
  return others.flatMap((near) => (near.item.id === item.id ? [] : [near.item])).slice(0, limit);
}

/** Items that bear exactly this name, compared by its folded key, in any namespace. */
export function itemsNamed(snapshot: Snapshot, kind: ItemKind | undefined, name: string): readonly Revision[] {
  const wanted = foldName(name);
  const found = byFoldedName(snapshot).get(wanted) ?? [];
  return kind ? found.filter((item) => item.kind === kind) : found;
}

function gramsOf(name: string): ReadonlySet<string> {
  // "signupCompleted", "signup_completed" and "Signup Completed" are one name to a person.
  const words = foldName(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const padded = ` ${words} `;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3));
  return grams;
}

interface GramIndex {
  readonly items: readonly Revision[];
  /** How many grams each name has. */
  readonly sizes: readonly number[];
  /** Which items' names hold a gram, by their place in `items`. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

function gramIndexOf(snapshot: Snapshot): GramIndex {
  const known = gramIndexes.get(snapshot);
  if (known) return known;
  const items = [...snapshot.items.values()];
  const holders = new Map<string, number[]>();
  const sizes = items.map((item, at) => {
    const grams = gramsOf(item.name);
    for (const gram of grams) {
      const list = holders.get(gram);
      if (list) list.push(at);
      else holders.set(gram, [at]);
    }
    return grams.size;
  });
  const index = { items, sizes, holders };
  gramIndexes.set(snapshot, index);
  return index;
}

function byFoldedName(snapshot: Snapshot): ReadonlyMap<string, readonly Revision[]> {
  const known = folded.get(snapshot);
  if (known) return known;
  const result = new Map<string, Revision[]>();
  for (const kind of ['event', 'property', 'property-group', 'source', 'destination', 'consumer'] as const) {
    for (const item of itemsOfKind(snapshot, kind)) {
      const key = foldName(item.name);
      const list = result.get(key);
      if (list) list.push(item);
      else result.set(key, [item]);
    }
  }
  folded.set(snapshot, result);
  return result;
}

// Kept with the snapshot, which never changes.
const gramIndexes = new WeakMap<Snapshot, GramIndex>();
const folded = new WeakMap<Snapshot, ReadonlyMap<string, readonly Revision[]>>();
