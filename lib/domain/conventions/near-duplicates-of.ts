import type { Revision } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import type { Snapshot } from '../plan/snapshot';
import { type IndexedName, nameIndex, takenApart } from './name-index';

/** An existing item that a new name comes close to. */
export interface NearDuplicate {
  readonly item: Revision;
  /** 0–1; 1 is the same name in another spelling. */
  readonly likeness: number;
  readonly words: string;
}

type NameParts = Omit<IndexedName, 'item' | 'label'>;

/** Below this a likeness is chance. */
const threshold = 0.62;

/** Existing items whose name is close to one being written, closest first: reuse before create. */
export function nearDuplicatesOf(
  name: string,
  snapshot: Snapshot,
  limit = 5,
  kind: ItemKind = 'event',
  exceptId?: string,
): NearDuplicate[] {
  const candidates = nameIndex(snapshot, kind).names.filter(
    ({ item }) => item.id !== exceptId && item.content.lifecycle.state !== 'retired',
  );
  return closeNames(name, candidates, ({ item }) => item.name, limit).map(({ one, likeness }) => ({
    item: one.item,
    likeness,
    words: `${one.label} ${likenessInWords(likeness)}`,
  }));
}

/** Whatever bears a name close to one being written, closest first. */
export function closeNames<T>(
  name: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
  limit = 5,
): { readonly one: T; readonly likeness: number }[] {
  const own = takenApart(name);
  if (own.loose.length < 3) return [];
  return candidates
    .map((one) => ({ one, likeness: likenessOf(own, takenApart(nameOf(one))) }))
    .filter(({ likeness }) => likeness >= threshold)
    .sort((a, b) => b.likeness - a.likeness || (nameOf(a.one) < nameOf(b.one) ? -1 : 1))
    .slice(0, limit);
}

/** How close a name is: to be read after the name it is close to. */
export function likenessInWords(likeness: number): string {
  return likeness >= 0.99 ? 'is the same name' : 'exists and is close';
}

function likenessOf(own: NameParts, other: NameParts): number {
  if (own.loose === other.loose) return 1;
  if (own.bag === other.bag) return 0.97;
  const smaller = Math.min(own.pairs.size, other.pairs.size);
  const larger = Math.max(own.pairs.size, other.pairs.size);
  const senses = shared(own.senses, other.senses);
  const bySense = own.senses.size > 1 ? (2 * senses) / (own.senses.size + other.senses.size) : 0;
  // Letters cannot agree more than their numbers allow, which spares most comparisons.
  const byLetters =
    (2 * smaller) / (smaller + larger) < threshold ? 0 : (2 * shared(own.pairs, other.pairs)) / (smaller + larger);
  return Math.min(0.96, Math.max(bySense * 0.96, byLetters * 0.94));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const member of few) if (many.has(member)) count += 1;
  return count;
}
