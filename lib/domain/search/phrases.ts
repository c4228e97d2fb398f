import type { SearchIndex } from './build-search-index';
import { fieldCount } from './search-document';

/** The documents of some places. */
export function documentsOf(places: readonly number[]): Set<number> {
  return new Set(places.map((place) => Math.floor(place / fieldCount)));
}

/** The greatest place in a rising list that is not beyond a value. */
function lastNotBeyond(starts: Int32Array, value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The document and field of a token, as `document * 8 + field`. */
export function placeAt(index: SearchIndex, token: number): number {
  return index.textPlaces[lastNotBeyond(index.textStarts, token)] ?? 0;
}

/** Places where words stand one after another, each in one of its forms. */
export function phrasePlaces(index: SearchIndex, forms: readonly ReadonlySet<number>[]): number[] {
  const [first] = forms;
  const places: number[] = [];
  if (!first || forms.some((form) => form.size === 0)) return places;
  const { tokens } = index;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!first.has(tokens[at] ?? -1)) continue;
    if (forms.every((form, step) => form.has(tokens[at + step] ?? -1))) places.push(placeAt(index, at));
  }
  return places;
}

const mostLines = 5_000;

/** Places of names in which a text without gaps begins at a word and runs into the next one. */
export function joinedPlaces(index: SearchIndex, typed: string): number[] {
  const places: number[] = [];
  const { squashed, wordStarts } = index;
  let looked = 0;
  for (let at = squashed.indexOf(typed); at >= 0 && looked < mostLines; at = squashed.indexOf(typed, at + 1)) {
    looked += 1;
    if (wordStarts[at] !== 1) continue;
    const runsOn = wordStarts.subarray(at + 1, at + typed.length).includes(1);
    if (runsOn) places.push((index.lineDocuments[lastNotBeyond(index.lineStarts, at)] ?? 0) * fieldCount);
  }
  return [...new Set(places)].sort((one, other) => one - other);
}

const lineBreak = 10;

/** Documents whose name begins with a text without gaps, and whether it is the whole name. */
export function namedSo(index: SearchIndex, typed: string): Map<number, boolean> {
  const found = new Map<number, boolean>();
  if (typed === '') return found;
  const { squashed, lineStarts, lineDocuments } = index;
  const wanted = `\n${typed}`;
  let line = 0;
  for (let at = squashed.indexOf(wanted); at >= 0; at = squashed.indexOf(wanted, at + 1)) {
    while ((lineStarts[line] ?? 0) <= at) line += 1;
    const document = lineDocuments[line] ?? 0;
    if (squashed.charCodeAt(at + wanted.length) === lineBreak) found.set(document, true);
    else if (!found.has(document)) found.set(document, false);
  }
  return found;
}
