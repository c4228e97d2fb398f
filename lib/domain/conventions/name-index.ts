import { foldName } from '../../kit/fold';
import { qualifiedName, type Revision } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import { itemsOfKind, type Snapshot } from '../plan/snapshot';
import { wordsOf } from './casing';
import { remembered } from './remembered';
import { senseOf, tenseless } from './stem';

/** A name taken apart once, for every comparison. */
export interface IndexedName {
  readonly item: Revision;
  readonly label: string;
  readonly words: readonly string[];
  /** Letters and digits only. */
  readonly loose: string;
  /** Its words in one tense, sorted. */
  readonly bag: string;
  readonly senses: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
}

/** A name with one long word blanked. */
interface Gap {
  readonly word: string;
  readonly key: string;
}

/** Names by what they have in common. Nearly every name is alone, and a list for each is what an index would be built of. */
class Alike {
  readonly #names = new Map<string, IndexedName | IndexedName[]>();

  add(key: string, name: IndexedName): void {
    const known = this.#names.get(key);
    if (known === undefined) this.#names.set(key, name);
    else if (Array.isArray(known)) known.push(name);
    else this.#names.set(key, [known, name]);
  }

  get(key: string): readonly IndexedName[] {
    const known = this.#names.get(key);
    return known === undefined ? [] : Array.isArray(known) ? known : [known];
  }
}

export interface NameIndex {
  readonly names: readonly IndexedName[];
  readonly byId: ReadonlyMap<string, IndexedName>;
  readonly byLoose: Alike;
  readonly byBag: Alike;
  /** In how many names a word occurs. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Names that are equal but for a letter or two in one word. */
  readonly byGap: Alike;
}

/** A name taken apart. */
export const takenApart = remembered((name: string): Omit<IndexedName, 'item' | 'label'> => {
  const words = wordsOf(name).map(foldName);
  const loose = words.join('');
  return {
    words,
    loose,
    bag: words.map(tenseless).sort().join(' '),
    senses: new Set(words.map(senseOf)),
    pairs: pairsOf(loose),
    gaps: wordGapsOf(words),
  };
});

/** The index of a kind's names in a plan, made once a snapshot. */
export function nameIndex(snapshot: Snapshot, kind: ItemKind): NameIndex {
  let kinds = indexes.get(snapshot);
  if (!kinds) {
    kinds = new Map();
    indexes.set(snapshot, kinds);
  }
  const known = kinds.get(kind);
  if (known) return known;
  const index = build(snapshot, kind);
  kinds.set(kind, index);
  return index;
}

const indexes = new WeakMap<Snapshot, Map<ItemKind, NameIndex>>();

function build(snapshot: Snapshot, kind: ItemKind): NameIndex {
  const names = itemsOfKind(snapshot, kind).map(indexedName);
  const byLoose = new Alike();
  const byBag = new Alike();
  const byGap = new Alike();
  const frequency = new Map<string, number>();
  for (const name of names) {
    byLoose.add(name.loose, name);
    byBag.add(name.bag, name);
    for (const word of name.words.length > 1 ? new Set(name.words) : name.words)
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  for (const name of names) for (const gap of gapsOf(name, frequency)) byGap.add(gap, name);
  return { names, byId: new Map(names.map((name) => [name.item.id, name])), byLoose, byBag, byGap, frequency };
}

// Most revisions stay from one snapshot to the next.
const indexedNames = new WeakMap<Revision, IndexedName>();

function indexedName(item: Revision): IndexedName {
  const known = indexedNames.get(item);
  if (known) return known;
  const name = { item, label: qualifiedName(item), ...takenApart(item.name) };
  indexedNames.set(item, name);
  return name;
}

/** The name with one long word blanked, once for each such word. */
export function gapsOf(name: IndexedName, frequency: ReadonlyMap<string, number>): string[] {
  const keys: string[] = [];
  // A slip is a word of its own; the gaps of common words only matter where a rare one may fill them.
  for (const { word, key } of name.gaps) if ((frequency.get(word) ?? 0) <= 500) keys.push(key);
  return keys;
}

function wordGapsOf(words: readonly string[]): Gap[] {
  if (words.length < 2) return [];
  return words.flatMap((word, index) => {
    if (word.length < 6 || /\d/u.test(word)) return [];
    return [{ word, key: `${index}:${words.slice(0, index).join(' ')}|${words.slice(index + 1).join(' ')}` }];
  });
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index < text.length - 1; index += 1) pairs.add(text.slice(index, index + 2));
  return pairs;
}
