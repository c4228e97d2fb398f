import { Collector, type Entry, type Numbered, push } from './collect-words';
import { fieldCount, type SearchDocument } from './search-document';
import { skeletonsAmong } from './skeleton';

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
  yield;
  const wordStarts = new Uint8Array(squashed.length);
  for (const at of collector.wordStarts) wordStarts[at] = 1;
  yield;
  const skeletons = skeletonsAmong(entries);
  yield;
  const initials = collector.initials.join('');
  yield;
  const [textStarts, textPlaces] = [Int32Array.from(collector.textStarts), Int32Array.from(collector.textPlaces)];
  yield;
  return {
    documents,
    entries,
    byWord,
    byStem,
    byRoot,
    bySense,
    skeletons,
    worth,
    tokens,
    initials,
    textStarts,
    textPlaces,
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
