import { qualifiedName } from '@/lib/domain/plan/item';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { itemsOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';

/** A name as a part of an address that every file system takes: `order-completed`. */
function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replace(/^-|-$/gu, '');
  // `index` is the list of its kind.
  return plain === 'index' ? 'index-item' : plain;
}

/** The page of each item, by its id. Names that would share a page each get the beginning of their id, so that no order decides. */
export function itemPaths(snapshot: Snapshot): ReadonlyMap<string, string> {
  const known = kept.get(snapshot);
  if (known) return known;
  const paths = new Map<string, string>();
  for (const kind of itemKinds) {
    const named = itemsOfKind(snapshot, kind).map((item) => ({ id: item.id, name: qualifiedName(item) }));
    for (const [id, path] of pathsIn(kinds[kind].slug, named)) paths.set(id, path);
  }
  kept.set(snapshot, paths);
  return paths;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The page of each journey, by its id. */
export function journeyPaths(journeys: readonly Named[]): ReadonlyMap<string, string> {
  return pathsIn('journeys', journeys);
}

function pathsIn(folder: string, things: readonly Named[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const thing of things) {
    const name = fileNameOf(thing.name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const taken = new Set<string>();
  const paths = new Map<string, string>();
  for (const thing of things) {
    const name = fileNameOf(thing.name);
    const isAlone = name !== '' && counts.get(name) === 1;
    const tail = thing.id.slice(3);
    const wanted = isAlone ? name : [name, tail.slice(0, 10)].filter(Boolean).join('-');
    const own = taken.has(wanted) ? `${wanted}-${tail}` : wanted;
    taken.add(own);
    paths.set(thing.id, `${folder}/${own}.html`);
  }
  return paths;
}

// Kept with the snapshot, which never changes.
const kept = new WeakMap<Snapshot, ReadonlyMap<string, string>>();
