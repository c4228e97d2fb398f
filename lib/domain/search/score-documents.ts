import type { SearchIndex } from './build-search-index';
import type { SearchAsk, Term } from './read-search-query';
import { fieldCount } from './search-document';

/** How quickly more places of the same word stop to matter. */
const saturation = 1.8;
/** What a word counts that only holds the sentence together. */
const functionShare = 0.05;

/** How much of a score depends on how much of the query is answered. */
const coverageShare = 0.2;

/** How good a ground a field is to be sure, by `field`: part of a tag, an owner or a category tells little of an item. */
const fieldTrust = [1, 1, 1, 0.9, 0.6, 0.9, 1, 0.75];

/** How well every document answers one term. */
export interface TermScore {
  readonly term: Term;
  /** Rarity of the term in the plan; what nobody speaks of is the rarest. */
  readonly rarity: number;
  /** By document, from 0 to 1. */
  readonly strength: Float32Array;
  /** By document, how far the best reading may be trusted. */
  readonly trust: Float32Array;
}

const remembered = new WeakMap<Term, TermScore>();

/** The score of each term; kept with the term, since those before the one being typed stay the same. */
export function scoreTerms(index: SearchIndex, ask: SearchAsk): TermScore[] {
  return ask.terms.map((term) => {
    const known = remembered.get(term) ?? scoreTerm(index, term);
    remembered.set(term, known);
    return known;
  });
}

function scoreTerm(index: SearchIndex, term: Term): TermScore {
  const total = index.documents.length;
  const strength = new Float32Array(total);
  const trust = new Float32Array(total);
  const worth = new Float32Array(total);
  const readings = [...term.readings].sort((one, other) => other.sureness - one.sureness);
  let found = 0;
  let meant = 0;
  let best = 0;
  for (let from = 0; from < readings.length; ) {
    const share = readings[from]?.sureness ?? 0;
    const touched: number[] = [];
    for (; readings[from]?.sureness === share; from += 1) {
      const reading = readings[from];
      for (const place of reading?.places ?? []) {
        const document = Math.floor(place / fieldCount);
        const trusted = (reading?.trust ?? 0) * (fieldTrust[place % fieldCount] ?? 1);
        if (trusted > (trust[document] ?? 0)) trust[document] = trusted;
        if (worth[document] === 0) touched.push(document);
        worth[document] = (worth[document] ?? 0) + (index.worth[place] ?? 0);
      }
    }
    if (touched.length === 0) continue;
    if (best === 0) best = share;
    for (const document of touched) {
      const value = worth[document] ?? 0;
      worth[document] = 0;
      const reached = (share * value) / (saturation + value);
      if (strength[document] === 0) found += 1;
      if (reached > (strength[document] ?? 0)) strength[document] = reached;
    }
    // A word is as rare as its own forms are, not as everything that begins like it.
    if (share >= best * 0.7) meant = found;
  }
  const rarity = Math.log(1 + (total - meant + 0.5) / (meant + 0.5));
  return { term, rarity: term.isFunction ? rarity * functionShare : rarity, strength, trust };
}

/** The documents that answer at least one telling term, with their scores. */
export interface Scores {
  readonly documents: readonly number[];
  /** By document. */
  readonly score: Float64Array;
  /** By document, the share of the query that it answers, from 0 to 1. */
  readonly answered: Float64Array;
}

/** Adds the terms up; documents that answer more of the query come before those that answer a part of it well. */
export function scoreDocuments(index: SearchIndex, terms: readonly TermScore[]): Scores {
  const total = index.documents.length;
  const score = new Float64Array(total);
  const answered = new Float64Array(total);
  const whole = terms.reduce((sum, { rarity }) => sum + rarity, 0);
  for (const { rarity, strength, trust, term } of terms) {
    for (let document = 0; document < total; document += 1) {
      const reached = strength[document] ?? 0;
      if (reached === 0) continue;
      score[document] = (score[document] ?? 0) + rarity * reached;
      if (!term.isFunction) answered[document] = (answered[document] ?? 0) + rarity * (trust[document] ?? 0);
    }
  }
  const documents: number[] = [];
  for (let document = 0; document < total; document += 1) {
    if (answered[document] === 0) continue;
    const share = (answered[document] ?? 0) / Math.max(whole, 1e-9);
    answered[document] = share;
    score[document] = (score[document] ?? 0) * (1 - coverageShare + coverageShare * share);
    documents.push(document);
  }
  return { documents, score, answered };
}
