import { field, type SearchDocument, type SearchIndex } from './build-search-index';
import { bitCount, errorsForgiven, lettersOf, prefixDistance } from './distance';
import { type Highlights, highlightsOf } from './highlight';
import { wordsOf } from './words';

/** How well a document fits: the exact name, its beginning, or the least telling field that one of the words needed. */
export const hitTiers = ['exact', 'prefix', 'word-start', 'typo', 'former-name', 'value', 'tag', 'meaning'] as const;
export type HitTier = (typeof hitTiers)[number];

/** A document that fits the query, with what to mark in it. */
export interface SearchHit<D extends SearchDocument = SearchDocument> {
  readonly document: D;
  readonly tier: HitTier;
  readonly highlights: Highlights;
}

/** A document by its number in the index, and how well it fits. */
export interface Ranked {
  readonly document: number;
  readonly tier: HitTier;
}

const none = 0xffff;
const shortest = 2;
/** From this length on, typing errors are also forgiven across words run together. */
const joinedFrom = 8;

const remembered = new WeakMap<SearchIndex, Map<string, Uint16Array>>();
const mostRemembered = 12;

/** `placesOf`, remembering the last words: while one types the last word, those before it stay the same. */
function placesAgain(index: SearchIndex, word: string, forgiving: boolean): Uint16Array {
  const known = remembered.get(index) ?? new Map<string, Uint16Array>();
  remembered.set(index, known);
  const key = `${forgiving ? '~' : '='}${word}`;
  const places = known.get(key) ?? placesOf(index, word, forgiving);
  known.delete(key);
  known.set(key, places);
  if (known.size > mostRemembered) known.delete(known.keys().next().value ?? '');
  return places;
}

/** For one word of the query, each document's best place: `tier * 64 + cost`, or `none`. */
function placesOf(index: SearchIndex, word: string, forgiving: boolean): Uint16Array {
  const best = new Uint16Array(index.documents.length).fill(none);
  const note = (places: readonly number[], cost: number, isTypo: boolean) => {
    for (const place of places) {
      const where = (place >> 3) & 7;
      if (where === field.meaning && word.length < shortest) continue;
      if (isTypo && where > field.formerName) continue;
      const tier = isTypo && where === field.name ? field.typo : where;
      const rank = tier * 64 + Math.min(63, cost + (place & 7));
      const document = place >> 6;
      if (rank < (best[document] ?? none)) best[document] = rank;
    }
  };
  for (let at = lowerBound(index, word); at < index.entries.length; at += 1) {
    const entry = index.entries[at];
    if (!entry?.word.startsWith(word)) break;
    note(entry.places, entry.word.length === word.length ? 0 : 8, false);
  }
  const most = errorsForgiven(word.length);
  if (!forgiving || most === 0) return best;
  const letters = lettersOf(word);
  for (const entry of index.entries) {
    if (!entry.isNamed || entry.word.length < word.length - most) continue;
    if (entry.isJoined && word.length < joinedFrom) continue;
    if (bitCount(letters & ~entry.letters) > most) continue;
    const errors = prefixDistance(word, entry.word, most);
    if (errors > 0 && errors <= most)
      note(entry.places, errors * 16 + (entry.word.length > word.length + most ? 8 : 0), true);
  }
  return best;
}

/** The first entry that is not before `word`. */
function lowerBound(index: SearchIndex, word: string): number {
  let low = 0;
  let high = index.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.entries[middle]?.word ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The ranks of all documents for a set of words that must all be found; lower is better, `Infinity` is not found. */
function ranksOf(index: SearchIndex, words: readonly string[], forgiving: boolean): Float64Array {
  const found = words.map((word) => placesAgain(index, word, forgiving));
  const ranks = new Float64Array(index.documents.length).fill(Number.POSITIVE_INFINITY);
  for (let document = 0; document < ranks.length; document += 1) {
    let tier = 0;
    let cost = 0;
    for (const places of found) {
      const rank = places[document] ?? none;
      if (rank === none) {
        tier = -1;
        break;
      }
      tier = Math.max(tier, rank >> 6);
      cost += rank & 63;
    }
    if (tier >= 0) ranks[document] = tier * 256 + Math.min(255, cost);
  }
  return ranks;
}

/** Every document that fits, best first: exact name, prefix, word start, typo, then former names, values, tags and meaning. */
export function rankDocuments(index: SearchIndex, query: string, enough = Number.POSITIVE_INFINITY): Ranked[] {
  const words = [...new Set(wordsOf(query).map((word) => word.text))].slice(0, 12);
  if (words.length === 0) return [];
  const phrase = wordsOf(query)
    .map((word) => word.text)
    .join('');
  const exactly = collect(index, words, phrase, false);
  // Typing errors come after every name that needs none, so they need not be looked for when the names suffice.
  const named = exactly.filter((ranked) => hitTiers.indexOf(ranked.tier) <= field.name).length;
  return named >= enough ? exactly : collect(index, words, phrase, true);
}

function collect(index: SearchIndex, words: readonly string[], phrase: string, forgiving: boolean): Ranked[] {
  const apart = ranksOf(index, words, forgiving);
  const together = words.length > 1 ? ranksOf(index, [phrase], forgiving) : apart;
  const keys: number[] = [];
  const total = index.documents.length;
  for (let document = 0; document < total; document += 1) {
    let rank = Math.min(apart[document] ?? 0, together[document] ?? 0);
    if (rank === Number.POSITIVE_INFINITY) continue;
    const called = index.called[document] ?? [];
    if (called.includes(phrase)) rank = 0;
    else if (called.some((name) => name.startsWith(phrase))) rank = 256;
    keys.push((rank * 1024 + (index.weights[document] ?? 0)) * total + document);
  }
  return Float64Array.from(keys)
    .sort()
    .reduce<Ranked[]>((ranked, key) => {
      const tier = hitTiers[Math.floor(key / total / 1024 / 256)];
      if (tier) ranked.push({ document: key % total, tier });
      return ranked;
    }, []);
}

/** The best hits for what was typed, at most `limit`, each with the ranges to mark. Forgives typing errors in names. */
export function searchIndex<D extends SearchDocument>(
  index: SearchIndex<D>,
  query: string,
  limit: number,
): SearchHit<D>[] {
  return rankDocuments(index, query, limit)
    .slice(0, limit)
    .flatMap(({ document: number, tier }) => {
      const document = index.documents[number];
      return document ? [{ document, tier, highlights: highlightsOf(document, query) }] : [];
    });
}
