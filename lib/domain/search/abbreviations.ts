import type { SearchIndex } from './build-search-index';
import { isFunctionWord } from './function-words';
import { documentsOf, placeAt } from './phrases';
import { isSkeleton, skeletonOf } from './skeleton';

const numeronym = /^(\p{L})(\d{1,2})(\p{L})$/u;
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

function abbreviates(short: string, long: string): boolean {
  if (short[0] !== long[0] || long.length < short.length + 1) return false;
  const skeleton = skeletonOf(long);
  if (skeleton.at(-1) !== short.at(-1) || short.length * 2 < skeleton.length) return false;
  return skeleton === short || (short.length >= 4 && isWithin(short, skeleton));
}

/** Words of the index that a word shortens, or that shorten it: by leaving out vowels, or as `k8s` does. */
export function shortenedForms(index: SearchIndex, word: string): number[] {
  const found: number[] = [];
  const number = numeronym.exec(word);
  if (number) {
    const [, first, between, last] = number;
    index.entries.forEach((entry, at) => {
      const { word: long } = entry;
      if (long.length === Number(between) + 2 && long[0] === first && long.at(-1) === last) found.push(at);
    });
    return found;
  }
  const short = word.length >= 5 ? index.byWord.get(`${word[0]}${word.length - 2}${word.at(-1)}`) : undefined;
  if (short !== undefined) found.push(short);
  if (isSkeleton(word)) {
    index.entries.forEach((entry, at) => {
      if (abbreviates(word, entry.word)) found.push(at);
    });
  } else if (word.length >= 4) {
    for (const at of index.skeletons) if (abbreviates(index.entries[at]?.word ?? '', word)) found.push(at);
  }
  return found;
}

const mostReadings = 2;
const mostPlaces = 4_000;

/** Phrases of the plan whose first letters are a word: `mr` for “merge request”. Places where such a phrase stands. */
export function spelledOut(index: SearchIndex, word: string): number[] {
  if (word.length < 2 || word.length > 5 || !/^[a-z]+$/.test(word)) return [];
  const readings = new Map<string, number[]>();
  let looked = 0;
  for (let at = index.initials.indexOf(word); at >= 0; at = index.initials.indexOf(word, at + 1)) {
    looked += 1;
    if (looked > mostPlaces) break;
    const phrase = readPhrase(index, at, word.length);
    if (phrase === null) continue;
    const places = readings.get(phrase);
    if (places) places.push(placeAt(index, at));
    else readings.set(phrase, [placeAt(index, at)]);
  }
  const known = index.byWord.get(word);
  const own = known === undefined ? null : documentsOf(index.entries[known]?.places ?? []);
  const good = [...readings.values()].filter((places) => isReading(documentsOf(places), own));
  good.sort((one, other) => other.length - one.length);
  const most = good[0]?.length ?? 0;
  return good
    .slice(0, mostReadings)
    .filter((places) => places.length * 2 >= most)
    .flat()
    .sort((one, other) => one - other);
}

/** A plan that knows the short form must use both of the same thing at least now and then; an unknown one must be frequent. */
function isReading(phrase: ReadonlySet<number>, own: ReadonlySet<number> | null): boolean {
  if (own === null) return phrase.size >= 2;
  let both = 0;
  for (const document of own) if (phrase.has(document)) both += 1;
  return both >= 2 && both * 12 >= own.size;
}

function readPhrase(index: SearchIndex, at: number, length: number): string | null {
  const stems: string[] = [];
  for (let token = at; token < at + length; token += 1) {
    const entry = index.entries[index.tokens[token] ?? -1];
    if (!entry || entry.word.length < 2 || isFunctionWord(entry.word)) return null;
    stems.push(entry.stem);
  }
  return stems.join(' ');
}

/** The short form of neighbouring words when the plan uses it for them: `mr` for `merge request`. */
export function shortFormOf(index: SearchIndex, words: readonly string[]): number | undefined {
  const short = words.map((word) => word[0] ?? '').join('');
  const known = index.byWord.get(short);
  if (known === undefined) return undefined;
  const own = documentsOf(index.entries[known]?.places ?? []);
  const wanted = words.map(
    (word) => new Set(index.byWord.has(word) ? [index.entries[index.byWord.get(word) ?? 0]?.stem] : []),
  );
  const places: number[] = [];
  for (let at = index.initials.indexOf(short); at >= 0; at = index.initials.indexOf(short, at + 1)) {
    if (wanted.every((stems, step) => stems.has(index.entries[index.tokens[at + step] ?? -1]?.stem)))
      places.push(placeAt(index, at));
  }
  return isReading(documentsOf(places), own) ? known : undefined;
}
