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
  const near: Near[] = [];
  for (const [item, grams] of namesOf(snapshot)) {
    if (kind && item.kind !== kind) continue;
    const likeness = dice(wanted, grams);
    if (likeness >= atLeast) near.push({ item, likeness });
  }
  return near.sort((a, b) => b.likeness - a.likeness || (a.item.name < b.item.name ? -1 : 1)).slice(0, limit);
}

/** Items of the same kind that are easily taken for this one: a very like name, or the same name elsewhere. */
export function easilyConfused(snapshot: Snapshot, item: Revision, limit: number): readonly Revision[] {
  const others = nearestItems(snapshot, item.kind, item.name, limit + 1, 0.62).filter(
    (near) => near.item.id !== item.id,
  );
  return others.slice(0, limit).map((near) => near.item);
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

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function namesOf(snapshot: Snapshot): ReadonlyMap<Revision, ReadonlySet<string>> {
  const known = grams.get(snapshot);
  if (known) return known;
  const result = new Map<Revision, ReadonlySet<string>>();
  for (const item of snapshot.items.values()) result.set(item, gramsOf(item.name));
  grams.set(snapshot, result);
  return result;
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
const grams = new WeakMap<Snapshot, ReadonlyMap<Revision, ReadonlySet<string>>>();
const folded = new WeakMap<Snapshot, ReadonlyMap<string, readonly Revision[]>>();
