import { lettersOf } from './distance';
import { squash, wordsOf } from './words';

/** What the look-up knows of an item. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly displayName: string;
  readonly meaning: string;
  readonly formerNames: readonly string[];
  readonly values: readonly string[];
  readonly tags: readonly string[];
  readonly owner: string;
  readonly lifecycle: string;
}

/** Where a word stands, from the most telling to the least; also the tier of a hit on it. */
export const field = { name: 2, typo: 3, formerName: 4, value: 5, tag: 6, meaning: 7 } as const;

/** One distinct word and the documents that hold it. */
export interface Entry {
  readonly word: string;
  readonly letters: number;
  /** `document * 64 + field * 8 + place`, where the place is 0 for the first word of a name, up to 7. */
  readonly places: number[];
  /** Stands in a name or former name, where typing errors are forgiven. */
  isNamed: boolean;
  /** Only ever several words of a name run together. */
  isJoined: boolean;
}

/** Documents made ready to be searched: every distinct word in order, with its places. */
export interface SearchIndex<D extends SearchDocument = SearchDocument> {
  readonly documents: readonly D[];
  readonly entries: readonly Entry[];
  /** The ways a document is called, without gaps. */
  readonly called: readonly (readonly string[])[];
  /** Breaks ties: kind, lifecycle, length of the name. Lower comes first. */
  readonly weights: readonly number[];
}

const kindOrder = ['event', 'property', 'property-group', 'consumer', 'source', 'destination'];
const lifecycleOrder = ['live', 'planned', 'deprecated', 'retired'];
const place = (order: readonly string[], value: string) => {
  return Math.max(0, order.indexOf(value));
};

function weightOf(document: SearchDocument): number {
  const faded = place(lifecycleOrder, document.lifecycle) >= 2 ? 1 : 0;
  return (faded * 8 + place(kindOrder, document.kind)) * 64 + Math.min(63, document.name.length);
}

/** Prepares documents for `searchIndex`; of equal hits the one whose name sorts first comes first. */
export function buildSearchIndex<D extends SearchDocument>(unsorted: readonly D[]): SearchIndex<D> {
  const documents = [...unsorted].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const byWord = new Map<string, Entry>();
  const add = (word: string, document: number, where: number, at: number, isJoined = false) => {
    let entry = byWord.get(word);
    if (!entry) {
      entry = { word, letters: lettersOf(word), places: [], isNamed: false, isJoined };
      byWord.set(word, entry);
    }
    if (where <= field.formerName) entry.isNamed = true;
    if (!isJoined) entry.isJoined = false;
    entry.places.push(document * 64 + where * 8 + Math.min(at, 7));
  };
  /** A name by its words, and by its words run together from each word on, so that `ordercompl` finds `Order Completed`. */
  const addName = (text: string, document: number, where: number) => {
    const words = wordsOf(text);
    let joined = '';
    for (let at = words.length - 1; at >= 0; at -= 1) {
      const word = words[at]?.text ?? '';
      joined = word + joined;
      add(word, document, where, at);
      if (joined !== word) add(joined, document, where, at, true);
    }
  };
  const addText = (text: string, document: number, where: number) => {
    const seen = new Set<string>();
    for (const { text: word } of wordsOf(text)) {
      if (seen.has(word)) continue;
      seen.add(word);
      add(word, document, where, 0);
    }
  };
  documents.forEach((document, number) => {
    addName(document.name, number, field.name);
    if (document.displayName !== '' && document.displayName !== document.name)
      addName(document.displayName, number, field.name);
    for (const name of document.formerNames) addName(name, number, field.formerName);
    for (const value of document.values) addText(value, number, field.value);
    for (const tag of [...document.tags, document.namespace ?? '', document.owner]) addText(tag, number, field.tag);
    addText(document.meaning, number, field.meaning);
  });
  return {
    documents,
    entries: [...byWord.values()].sort((one, other) => (one.word < other.word ? -1 : 1)),
    called: documents.map((document) => calledBy(document)),
    weights: documents.map(weightOf),
  };
}

function calledBy(document: SearchDocument): string[] {
  const name = squash(document.name);
  const names = [name];
  if (document.displayName !== '') names.push(squash(document.displayName));
  if (document.namespace) names.push(squash(document.namespace) + name);
  return names;
}
