import type { SearchIndex } from './build-search-index';
import { type Highlights, highlightsOf, type Marker, markerOf } from './highlight';
import { closeness } from './look-closer';
import { namedSo } from './phrases';
import { readSearchQuery, type SearchAsk } from './read-search-query';
import { scoreDocuments, scoreTerms, type TermScore } from './score-documents';
import { fieldCount, type SearchDocument } from './search-document';

/** A document that fits the query, with what to mark in it. */
export interface SearchHit<D extends SearchDocument = SearchDocument> {
  readonly document: D;
  /** It may well not be what was asked for: much of the query is not said of it, or only guessed. */
  readonly weak: boolean;
  readonly highlights: Highlights;
  /** The word of the plan's synonyms by which it was found, if by none of those typed. */
  readonly synonym: string | null;
}

/** A document by its number in the index, and how well it fits. */
export interface Ranked {
  readonly document: number;
  readonly score: number;
  readonly weak: boolean;
}

/** How many of the best are compared closely. */
const mostCompared = 60;
/** A hit with less than this share of the score of the best of its kind is noise. */
const leastShare = 0.3;
/** A hit that answers less than this share of the query is a weak one. */
const sureFrom = 0.7;

const exactly = 1_000_000;
/** The score of a name that begins with what was typed across its words, when none of them was typed whole. */
const begun = 0.1;

/** Documents that fit, best first, at most `limit`: the exact name, then those that say most of the query in the most telling places. */
export function rankDocuments(index: SearchIndex, query: string, limit = Number.POSITIVE_INFINITY): Ranked[] {
  return rankAsk(index, readSearchQuery(index, query), limit);
}

function rankAsk(index: SearchIndex, ask: SearchAsk, limit: number): Ranked[] {
  if (ask.terms.length === 0) return [];
  const terms = scoreTerms(index, ask);
  const scores = scoreDocuments(index, terms);
  const called = calledSo(index, ask);
  const documents = [...scores.documents];
  for (const [document, named] of called) {
    if (scores.score[document] === 0) documents.push(document);
    scores.score[document] = named === 'exact' ? exactly : (scores.score[document] || begun) * namedShares[named];
  }
  const { score } = scores;
  for (const document of documents) score[document] = (score[document] ?? 0) * (index.shares[document] ?? 1);
  const inOrder = best(documents, score, Math.max(limit, mostCompared));
  const ranked = inOrder
    .map((document) => {
      const weak = !called.has(document) && (scores.answered[document] ?? 0) < sureFrom;
      return { document, score: score[document] ?? 0, weak };
    })
    .sort((one, other) => compare(index, one, other));
  const looked = ranked.slice(0, mostCompared).map((one) => closer(index, one, terms));
  looked.sort((one, other) => compare(index, one, other));
  return withoutNoise(index, [...looked, ...ranked.slice(mostCompared)]).slice(0, limit);
}

/** At least `count` of the documents with the highest scores, with all that are as good as the last of them. */
function best(documents: readonly number[], score: Float64Array, count: number): readonly number[] {
  if (documents.length <= count) return documents;
  const values = new Float64Array(documents.length);
  documents.forEach((document, at) => {
    values[at] = score[document] ?? 0;
  });
  values.sort();
  const least = values[values.length - count] ?? 0;
  return documents.filter((document) => (score[document] ?? 0) >= least);
}

/** Leaves out what is far behind the best of its kind; what is called so sets no measure, being in a class of its own. */
function withoutNoise(index: SearchIndex, ranked: readonly Ranked[]): Ranked[] {
  const best = new Map<string, number>();
  return ranked.filter(({ document, score }) => {
    const kind = index.documents[document]?.kind ?? '';
    const measure = best.get(kind);
    if (measure === undefined && score < exactly / 2) best.set(kind, score);
    return score >= (measure ?? 0) * leastShare;
  });
}

function compare(index: SearchIndex, one: Ranked, other: Ranked): number {
  const byScore = other.score - one.score;
  if (Math.abs(byScore) > 1e-9) return byScore;
  const byWeight = (index.weights[one.document] ?? 0) - (index.weights[other.document] ?? 0);
  if (byWeight !== 0) return byWeight;
  const [first, second] = [index.documents[one.document], index.documents[other.document]];
  if (!first || !second) return 0;
  if (first.name !== second.name) return first.name < second.name ? -1 : 1;
  return first.id < second.id ? -1 : 1;
}

function wholesOf(index: SearchIndex, phrase: string, tellingPhrase: string): number[] {
  const named = [...namedSo(index, tellingPhrase)].flatMap(([document, isWhole]) => (isWhole ? [document] : []));
  return [...(index.wholes.get(phrase) ?? []), ...(index.wholes.get(tellingPhrase) ?? []), ...named];
}

type Named = 'exact' | 'begins' | 'has' | 'has-word';
// One word alone is a value or a tag of too much to be telling.
const namedShares = { begins: 1.25, has: 1.7, 'has-word': 1 };

/** Documents whose name is, or begins with, what was typed, and those that have it as a whole former name, value, tag, property or owner. */
function calledSo(index: SearchIndex, { terms, phrase, tellingPhrase }: SearchAsk): Map<number, Named> {
  const found = new Map<number, Named>();
  const has = terms.length > 1 ? 'has' : 'has-word';
  for (const document of wholesOf(index, phrase, tellingPhrase)) found.set(document, has);
  for (const [document, isWhole] of namedSo(index, phrase)) {
    if (isWhole) found.set(document, 'exact');
    else if (!found.has(document)) found.set(document, 'begins');
  }
  return found;
}

function closer(index: SearchIndex, one: Ranked, terms: readonly TermScore[]): Ranked {
  const document = index.documents[one.document];
  if (!document || one.score >= exactly / 2) return one;
  return { ...one, score: one.score * closeness(index, document, terms) };
}

/** The best hits for what was typed, at most `limit`, each with the ranges to mark. */
export function searchIndex<D extends SearchDocument>(
  index: SearchIndex<D>,
  query: string,
  limit: number,
): SearchHit<D>[] {
  const ask = readSearchQuery(index, query);
  return rankAsk(index, ask, limit).flatMap(({ document: number, weak }) => {
    const document = index.documents[number];
    if (!document) return [];
    const highlights = highlightsOf(document, markerOf(index, ask));
    return [{ document, weak, highlights, synonym: synonymBehind(ask, number) }];
  });
}

/** Tells what to mark for a query. */
export function searchMarker(index: SearchIndex, query: string): Marker {
  return markerOf(index, readSearchQuery(index, query));
}

/** By which of the plan's synonyms a document, by its number in the index, was found; null for one that was found by what was typed. */
export function synonymFinder(index: SearchIndex, query: string): (document: number) => string | null {
  const ask = readSearchQuery(index, query);
  return (document) => synonymBehind(ask, document);
}

/** A word that the document says so, in another form or nearly so, needs no synonym; one that is merely of its sense does. */
const saidFrom = 0.8;

function synonymBehind({ terms }: SearchAsk, document: number): string | null {
  const isOf = (place: number) => Math.floor(place / fieldCount) === document;
  for (const { readings } of terms) {
    const bySynonym = readings.filter(({ synonym }) => synonym !== undefined);
    if (bySynonym.length === 0) continue;
    const isSaid = readings.some(
      ({ synonym, sureness, places }) => synonym === undefined && sureness >= saidFrom && places.some(isOf),
    );
    const found = isSaid ? undefined : bySynonym.find(({ places }) => places.some(isOf));
    if (found?.synonym !== undefined) return found.synonym;
  }
  return null;
}
