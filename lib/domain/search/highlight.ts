import type { SearchIndex } from './build-search-index';
import type { SearchAsk } from './read-search-query';
import type { SearchDocument } from './search-document';
import { inflectionStem } from './stem';
import { type Word, wordsOf } from './words';

/** Part of a text, from `start` up to but without `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What to mark in the texts of a hit; `other` is the former name, value, tag, property, owner or category that was found, if the name was not. */
export interface Highlights {
  readonly name: readonly TextRange[];
  readonly displayName: readonly TextRange[];
  readonly meaning: readonly TextRange[];
  readonly other?: {
    readonly place: 'former-name' | 'value' | 'tag' | 'property' | 'owner' | 'category';
    readonly text: string;
    readonly ranges: readonly TextRange[];
  };
}

/** A range over the beginning of a word; the whole word where folding changed its length. */
function beginning(word: Word, length: number): TextRange {
  const same = word.text.length === word.end - word.start;
  return { start: word.start, end: same ? Math.min(word.end, word.start + length) : word.end };
}

/** What of a text to mark for a query. */
export interface Marker {
  /** Typed words, for marking the beginning of those that go on. */
  readonly typed: readonly string[];
  /** Whether a word is one that the query means otherwise: a stem, a short form, a mistyped one. */
  readonly means: (word: string) => boolean;
  /** The query without gaps. */
  readonly phrase: string;
}

const leastSure = 0.5;
const shortestBeginning = 2;

/** What an index takes a query to mean, for marking texts. */
export function markerOf(index: SearchIndex, { terms, phrase }: SearchAsk): Marker {
  const telling = terms.filter((term) => !term.isFunction);
  const stems = new Set(telling.map((term) => inflectionStem(term.text)));
  const means = (word: string) => {
    const entry = index.byWord.get(word);
    if (entry === undefined) return stems.has(inflectionStem(word));
    return telling.some((term) => (term.entries.get(entry) ?? 0) >= leastSure);
  };
  return { typed: telling.map((term) => term.text), means, phrase };
}

/** The ranges of a text that a query means: typed beginnings, other forms of its words, or the words it runs over. */
export function rangesIn(text: string, marker: Marker): TextRange[] {
  const words = wordsOf(text);
  const ranges = words.flatMap((word) => {
    const starts = marker.typed.filter(
      (one) =>
        word.text.startsWith(one) &&
        (one.length >= shortestBeginning || one.length === word.text.length || marker.typed.length === 1),
    );
    if (starts.length > 0) return [beginning(word, Math.max(...starts.map((one) => one.length)))];
    return marker.means(word.text) ? [{ start: word.start, end: word.end }] : [];
  });
  return ranges.length > 0 ? ranges : joinedRange(words, marker.phrase);
}

/** For a query written without gaps: the words it runs over. */
function joinedRange(words: readonly Word[], phrase: string): TextRange[] {
  if (phrase.length < 2) return [];
  for (let from = 0; from < words.length; from += 1) {
    let rest = phrase;
    for (let at = from; at < words.length; at += 1) {
      const word = words[at];
      if (!word) break;
      if (word.text.startsWith(rest))
        return [{ start: words[from]?.start ?? 0, end: beginning(word, rest.length).end }];
      if (!rest.startsWith(word.text)) break;
      rest = rest.slice(word.text.length);
    }
  }
  return [];
}

/** The ranges to mark in a document for a query. */
export function highlightsOf(document: SearchDocument, marker: Marker): Highlights {
  const name = rangesIn(document.name, marker);
  const displayName = rangesIn(document.displayName, marker);
  const meaning = rangesIn(document.meaning, marker);
  if (name.length > 0) return { name, displayName, meaning };
  const others = [
    ...document.formerNames.map((text) => ({ place: 'former-name' as const, text })),
    ...document.values.map((text) => ({ place: 'value' as const, text })),
    ...document.tags.map((text) => ({ place: 'tag' as const, text })),
    ...(document.properties ?? []).map((text) => ({ place: 'property' as const, text })),
    { place: 'owner' as const, text: document.owner },
    { place: 'category' as const, text: document.category ?? '' },
  ];
  for (const { place, text } of others) {
    const ranges = rangesIn(text, marker);
    if (ranges.length > 0) return { name, displayName, meaning, other: { place, text, ranges } };
  }
  return { name, displayName, meaning };
}

/** A text in pieces, those in the ranges marked. */
export function markText(text: string, ranges: readonly TextRange[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
