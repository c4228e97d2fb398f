import type { SearchDocument } from './build-search-index';
import { errorsForgiven, prefixDistance } from './distance';
import { squash, type Word, wordsOf } from './words';

/** Part of a text, from `start` up to but without `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What to mark in the texts of a hit; `other` is the former name, value or tag that was found, if the name was not. */
export interface Highlights {
  readonly name: readonly TextRange[];
  readonly displayName: readonly TextRange[];
  readonly meaning: readonly TextRange[];
  readonly other?: {
    readonly place: 'former-name' | 'value' | 'tag';
    readonly text: string;
    readonly ranges: readonly TextRange[];
  };
}

/** A range over the beginning of a word; the whole word where folding changed its length. */
function beginning(word: Word, length: number): TextRange {
  const same = word.text.length === word.end - word.start;
  return { start: word.start, end: same ? Math.min(word.end, word.start + length) : word.end };
}

/** What in a text the words of a query fit; with `forgiving` also words with typing errors in them. */
export function rangesIn(text: string, query: string, forgiving = false): TextRange[] {
  const typed = wordsOf(query).map((word) => word.text);
  const words = wordsOf(text);
  const ranges = words.flatMap((word) => {
    const starts = typed.filter((one) => word.text.startsWith(one));
    if (starts.length > 0) return [beginning(word, Math.max(...starts.map((one) => one.length)))];
    const near =
      forgiving &&
      typed.some((one) => {
        const most = errorsForgiven(one.length);
        return most > 0 && prefixDistance(one, word.text, most) <= most;
      });
    return near ? [{ start: word.start, end: word.end }] : [];
  });
  return ranges.length > 0 ? ranges : joinedRange(words, squash(query));
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
export function highlightsOf(document: SearchDocument, query: string): Highlights {
  const name = rangesIn(document.name, query, true);
  const displayName = rangesIn(document.displayName, query, true);
  const meaning = rangesIn(document.meaning, query);
  if (name.length > 0) return { name, displayName, meaning };
  const others = [
    ...document.formerNames.map((text) => ({ place: 'former-name' as const, text })),
    ...document.values.map((text) => ({ place: 'value' as const, text })),
    ...document.tags.map((text) => ({ place: 'tag' as const, text })),
  ];
  for (const { place, text } of others) {
    const ranges = rangesIn(text, query, place === 'former-name');
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
