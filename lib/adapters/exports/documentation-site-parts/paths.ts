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
    const items = itemsOfKind(snapshot, kind);
    const counts = new Map<string, number>();
    for (const item of items) {
      const name = fileNameOf(qualifiedName(item));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const taken = new Set<string>();
    for (const item of items) {
      const name = fileNameOf(qualifiedName(item));
      const isAlone = name !== '' && counts.get(name) === 1;
      const tail = item.id.slice(3);
      const wanted = isAlone ? name : [name, tail.slice(0, 10)].filter(Boolean).join('-');
      const own = taken.has(wanted) ? `${wanted}-${tail}` : wanted;
      taken.add(own);
      paths.set(item.id, `${kinds[kind].slug}/${own}.html`);
    }
  }
  kept.set(snapshot, paths);
  return paths;
}

// Kept with the snapshot, which never changes.
const kept = new WeakMap<Snapshot, ReadonlyMap<string, string>>();
