import { senseOf } from '../conventions/stem';
import { lettersOf } from './distance';
import { isFunctionWord } from './function-words';
import { skeletonsAmong } from './skeleton';
import { inflectionStem, rootStem } from './stem';
import { wordsOf } from './words';

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
  readonly category?: string;
  /** Names of the properties it carries. */
  readonly properties?: readonly string[];
  /** Whatever else is said of it: when it fires, what does not count, notes. */
  readonly details?: string;
}

/** Where a word stands. The number is its place in `boosts`. */
export const field = {
  name: 0,
  formerName: 1,
  displayName: 2,
  value: 3,
  tag: 4,
  property: 5,
  meaning: 6,
  details: 7,
} as const;

/** How much a word counts in each field, and how much a long text dilutes it there. */
const boosts = [
  { boost: 5, dilution: 0.5 },
  { boost: 3.2, dilution: 0.5 },
  { boost: 4.5, dilution: 0.5 },
  { boost: 2.4, dilution: 0.1 },
  { boost: 1.8, dilution: 0.1 },
  { boost: 1.6, dilution: 0.2 },
  { boost: 1.5, dilution: 0.4 },
  { boost: 0.4, dilution: 0.3 },
] as const;
export const fieldCount = boosts.length;

/** One distinct word and the documents that hold it. */
export interface Entry {
  readonly word: string;
  readonly letters: number;
  readonly stem: string;
  readonly root: string;
  /** One for all words of the same deed. */
  readonly sense: string;
  /** `document * 8 + field`, rising by document. */
  readonly places: number[];
}

/** Documents made ready to be searched. */
export interface SearchIndex<D extends SearchDocument = SearchDocument> {
  readonly documents: readonly D[];
  /** Every distinct word, in order. */
  readonly entries: readonly Entry[];
  readonly byWord: ReadonlyMap<string, number>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly byRoot: ReadonlyMap<string, readonly number[]>;
  readonly bySense: ReadonlyMap<string, readonly number[]>;
  /** Entries that look like words without their vowels. */
  readonly skeletons: readonly number[];
  /** What a word in a field of a document is worth, by `document * 8 + field`. */
  readonly worth: Float32Array;
  /** The words of names, meanings and details one after another, numbered by `entries`; -1 between two texts. */
  readonly tokens: Int32Array;
  /** The first letters of `tokens`, with a line break between two texts. */
  readonly initials: string;
  /** Where each text of `tokens` begins, and whose it is, as `document * 8 + field`. */
  readonly textStarts: Int32Array;
  readonly textPlaces: Int32Array;
  /** Names, with and without namespace, without gaps, each on a line, with the document of each line and the places where words begin. */
  readonly squashed: string;
  readonly lineStarts: Int32Array;
  readonly lineDocuments: Int32Array;
  readonly wordStarts: Uint8Array;
  /** Documents by a whole former name, value, tag, property, owner or category of theirs, without gaps. */
  readonly wholes: ReadonlyMap<string, readonly number[]>;
  /** What the score of a document counts: less for what is going or gone, and for what is no event. */
  readonly shares: Float32Array;
  /** Breaks ties: kind, lifecycle, length of the name. Lower comes first. */
  readonly weights: readonly number[];
  /** Words that mean the same in this plan, as its people say. */
  readonly synonyms: readonly (readonly string[])[];
}

const kindOrder = ['event', 'property', 'property-group', 'consumer', 'source', 'destination'];
const lifecycleOrder = ['live', 'planned', 'deprecated', 'retired'];
const orderOf = (order: readonly string[], value: string) => Math.max(0, order.indexOf(value));

const fadedShare = 0.9;
const otherKindShare = 0.92;

function isFaded({ lifecycle }: SearchDocument): boolean {
  return orderOf(lifecycleOrder, lifecycle) >= 2;
}

function shareOf(document: SearchDocument): number {
  return (isFaded(document) ? fadedShare : 1) * (document.kind === 'event' ? 1 : otherKindShare);
}

function weightOf(document: SearchDocument): number {
  const faded = isFaded(document) ? 1 : 0;
  return (faded * 8 + orderOf(kindOrder, document.kind)) * 64 + Math.min(63, document.name.length);
}

/** What may be handed to an index beside its documents. */
export interface SearchIndexOptions {
  readonly synonyms?: readonly (readonly string[])[];
}

/** Prepares documents for `searchIndex`; of equal hits the one whose name sorts first comes first. */
export function buildSearchIndex<D extends SearchDocument>(
  documents: readonly D[],
  options: SearchIndexOptions = {},
): SearchIndex<D> {
  const steps = buildInSteps(documents, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Documents between two pauses. */
const stride = 32;

/** `buildSearchIndex` in short steps, so that a page can do something else between them. */
export function* buildInSteps<D extends SearchDocument>(
  documents: readonly D[],
  options: SearchIndexOptions = {},
): Generator<void, SearchIndex<D>> {
  const collector = new Collector(documents.length);
  for (let number = 0; number < documents.length; number += 1) {
    const document = documents[number];
    if (document) collector.addDocument(document, number);
    if (number % stride === stride - 1) yield;
  }
  const entries = yield* inOrder(collector.entries);
  const rank = new Int32Array(entries.length);
  const byWord = new Map<string, number>();
  const byStem = new Map<string, number[]>();
  const byRoot = new Map<string, number[]>();
  const bySense = new Map<string, number[]>();
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    if (!entry) continue;
    rank[entry.number] = at;
    byWord.set(entry.word, at);
    push(byStem, entry.stem, at);
    push(byRoot, entry.root, at);
    push(bySense, entry.sense, at);
    if (at % 2048 === 2047) yield;
  }
  const tokens = new Int32Array(collector.tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const number = collector.tokens[at] ?? -1;
    tokens[at] = number < 0 ? -1 : (rank[number] ?? -1);
    if (at % 65_536 === 65_535) yield;
  }
  const worth = yield* worthOf(collector.lengths);
  const squashed = `\n${collector.lines.join('\n')}\n`;
  const wordStarts = new Uint8Array(squashed.length);
  for (const at of collector.wordStarts) wordStarts[at] = 1;
  yield;
  return {
    documents,
    entries,
    byWord,
    byStem,
    byRoot,
    bySense,
    skeletons: skeletonsAmong(entries),
    worth,
    tokens,
    initials: collector.initials.join(''),
    textStarts: Int32Array.from(collector.textStarts),
    textPlaces: Int32Array.from(collector.textPlaces),
    squashed,
    lineStarts: Int32Array.from(collector.lineStarts),
    lineDocuments: Int32Array.from(collector.lineDocuments),
    wordStarts,
    wholes: collector.wholes,
    shares: collector.shares,
    weights: collector.weights,
    synonyms: options.synonyms ?? [],
  };
}

/** Sorts words a few at a time: those with the same two letters at their beginning. */
function* inOrder(entries: readonly Numbered[]): Generator<void, Numbered[]> {
  const buckets = new Map<string, Numbered[]>();
  for (const entry of entries) push(buckets, entry.word.slice(0, 2), entry);
  yield;
  const sorted: Numbered[] = [];
  for (const key of [...buckets.keys()].sort()) {
    const bucket = buckets.get(key) ?? [];
    bucket.sort((one, other) => (one.word < other.word ? -1 : 1));
    for (const entry of bucket) sorted.push(entry);
    if (bucket.length > 64) yield;
  }
  return sorted;
}

/** What a word is worth in each field of each document: less in a text longer than others of its field. */
function* worthOf(lengths: Uint16Array): Generator<void, Float32Array> {
  const sums = new Float64Array(fieldCount);
  const counts = new Float64Array(fieldCount);
  for (let at = 0; at < lengths.length; at += 1) {
    const length = lengths[at] ?? 0;
    const where = at % fieldCount;
    if (length > 0) counts[where] = (counts[where] ?? 0) + 1;
    sums[where] = (sums[where] ?? 0) + length;
  }
  yield;
  const worth = new Float32Array(lengths.length);
  for (let where = 0; where < fieldCount; where += 1) {
    const { boost, dilution } = boosts[where] ?? { boost: 0, dilution: 0 };
    const mean = Math.max(1, (sums[where] ?? 0) / Math.max(1, counts[where] ?? 0));
    for (let at = where; at < lengths.length; at += fieldCount)
      worth[at] = boost / (1 - dilution + (dilution * (lengths[at] ?? 0)) / mean);
    yield;
  }
  return worth;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface Numbered extends Entry {
  readonly number: number;
}

/** Reads documents one by one into what an index holds. */
class Collector {
  readonly entries: Numbered[] = [];
  readonly tokens: number[] = [];
  readonly initials: string[] = [];
  readonly textStarts: number[] = [];
  readonly textPlaces: number[] = [];
  readonly wholes = new Map<string, number[]>();
  readonly weights: number[] = [];
  readonly shares: Float32Array;
  readonly lengths: Uint16Array;
  readonly lines: string[] = [];
  readonly lineStarts: number[] = [];
  readonly lineDocuments: number[] = [];
  readonly wordStarts: number[] = [];
  readonly #byWord = new Map<string, Numbered>();
  #lineEnd = 1;

  constructor(size: number) {
    this.shares = new Float32Array(size);
    this.lengths = new Uint16Array(size * fieldCount);
  }

  addDocument(document: SearchDocument, number: number): void {
    this.#addName(document.name, number, field.name);
    if (document.namespace)
      this.#addLine(
        [...wordsOf(document.namespace), ...wordsOf(document.name)].map((word) => word.text),
        number,
      );
    if (document.displayName !== '' && document.displayName !== document.name)
      this.#addName(document.displayName, number, field.displayName);
    for (const name of document.formerNames) this.#addWhole(name, number, field.formerName);
    for (const value of document.values) this.#addWhole(value, number, field.value);
    for (const tag of [...document.tags, document.namespace ?? '', document.owner, document.category ?? ''])
      this.#addWhole(tag, number, field.tag);
    for (const name of document.properties ?? []) this.#addWhole(name, number, field.property);
    this.#addText(document.meaning, number, field.meaning);
    this.#addText(document.details ?? '', number, field.details);
    this.weights.push(weightOf(document));
    this.shares[number] = shareOf(document);
  }

  #addName(text: string, document: number, where: number): void {
    this.#addLine(this.#addText(text, document, where), document);
  }

  #addLine(words: readonly string[], document: number): void {
    const line = words.join('');
    this.lines.push(line);
    this.lineStarts.push(this.#lineEnd);
    this.lineDocuments.push(document);
    let at = this.#lineEnd;
    for (const word of words) {
      this.wordStarts.push(at);
      at += word.length;
    }
    this.#lineEnd += line.length + 1;
  }

  #addWhole(text: string, document: number, where: number): void {
    const whole = this.#addText(text, document, where).join('');
    if (whole !== '' && this.wholes.get(whole)?.at(-1) !== document) push(this.wholes, whole, document);
  }

  /** Notes the words of a text, and gives them back. */
  #addText(text: string, document: number, where: number): string[] {
    if (text === '') return [];
    const place = document * fieldCount + where;
    this.textStarts.push(this.tokens.length);
    this.textPlaces.push(place);
    const words = wordsOf(text).map((word) => word.text);
    let telling = 0;
    let initials = '';
    for (const word of words) {
      const entry = this.#entryOf(word);
      if (entry.places.at(-1) !== place) entry.places.push(place);
      this.tokens.push(entry.number);
      initials += word[0] ?? ' ';
      if (!isFunctionWord(word)) telling += 1;
    }
    this.tokens.push(-1);
    this.initials.push(`${initials}\n`);
    this.lengths[place] = (this.lengths[place] ?? 0) + telling;
    return words;
  }

  #entryOf(word: string): Numbered {
    const known = this.#byWord.get(word);
    if (known) return known;
    const number = this.entries.length;
    const [letters, stem, root, sense] = [lettersOf(word), inflectionStem(word), rootStem(word), senseOf(word)];
    const made = { word, letters, stem, root, sense, places: [], number };
    this.#byWord.set(word, made);
    this.entries.push(made);
    return made;
  }
}
