import { senseOf } from '../conventions/stem';
import { shortenedForms, shortFormOf, spelledOut } from './abbreviations';
import type { SearchIndex } from './build-search-index';
import { bitCount, errorsForgiven, lettersOf, prefixDistance } from './distance';
import { functionWords, isFunctionWord } from './function-words';
import { joinedPlaces, phrasePlaces } from './phrases';
import { inflectionStem, rootStem } from './stem';
import { wordsOf } from './words';

/** Places at which a word of the query is meant. */
export interface Reading {
  /** How much such a place counts, up to 1. */
  readonly sureness: number;
  /** How far one may claim that it is what was asked for, up to 1: the best guess may still be a mere guess. */
  readonly trust: number;
  readonly places: readonly number[];
  /** The word of the plan's synonyms that stood in for what was typed. */
  readonly synonym?: string;
}

/** One word of the query with everything in the plan that it may mean. */
export interface Term {
  readonly text: string;
  /** A word that only holds the sentence together counts little. */
  readonly isFunction: boolean;
  readonly readings: readonly Reading[];
  /** The entries it may mean, with the sureness; for marking and for looking closer. */
  readonly entries: ReadonlyMap<number, number>;
}

/** A query as an index understands it. */
export interface SearchAsk {
  readonly terms: readonly Term[];
  /** Without gaps. */
  readonly phrase: string;
  /** Only its telling words, without gaps. */
  readonly tellingPhrase: string;
}

const sure = {
  exact: 1,
  synonym: 0.92,
  inflection: 0.95,
  spelledOut: 0.85,
  joined: 0.85,
  root: 0.7,
  sense: 0.65,
  shortened: 0.75,
  unfinished: 0.8,
  unfinishedShort: 0.75,
  beginning: 0.4,
  onlyReading: 0.95,
  oneError: 0.82,
  twoErrors: 0.6,
  shortError: 0.6,
  partOf: 0.4,
} as const;

const mostTerms = 16;
/** In a shorter word one letter makes another word: `cart`, `part`. */
const longFrom = 6;

/** What is looked for in a plan is an event or a property: to say so tells nothing of which. */
const kindWords = new Set(['event', 'events', 'property', 'properties']);

function saysLittle(word: string): boolean {
  return isFunctionWord(word) || kindWords.has(word);
}

/** A term under way. */
class Draft {
  readonly text: string;
  readonly isFunction: boolean;
  readonly readings: Reading[] = [];
  readonly entries = new Map<number, number>();

  constructor(text: string, isFunction: boolean) {
    this.text = text;
    this.isFunction = isFunction;
  }

  addEntry(index: SearchIndex, at: number, sureness: number, trust = sureness): void {
    if ((this.entries.get(at) ?? 0) >= sureness) return;
    this.entries.set(at, sureness);
    this.readings.push({ sureness, trust, places: index.entries[at]?.places ?? [] });
  }

  addEntries(index: SearchIndex, list: readonly number[] | undefined, sureness: number, trust = sureness): void {
    for (const at of list ?? []) this.addEntry(index, at, sureness, trust);
  }

  addPlaces(places: readonly number[], sureness: number): void {
    if (places.length > 0) this.readings.push({ sureness, trust: sureness, places });
  }

  /** What a synonym of it says: its words where they stand together, and where they are written as one. */
  addSynonym(index: SearchIndex, synonym: string, words: readonly string[]): void {
    const sureness = sure.synonym;
    const add = (places: readonly number[]) => this.readings.push({ sureness, trust: sureness, places, synonym });
    const joined = words.join('');
    if (words.length > 1) {
      const sets = words.map((word) => new Set(index.byStem.get(inflectionStem(word)) ?? []));
      add(phrasePlaces(index, sets));
    } else if (joined.length >= 3) add(joinedPlaces(index, joined));
    for (const at of index.byStem.get(inflectionStem(joined)) ?? []) {
      if ((this.entries.get(at) ?? 0) >= sureness) continue;
      this.entries.set(at, sureness);
      add(index.entries[at]?.places ?? []);
    }
  }
}

/** Reads what was typed against an index: each word with its stems, unfinished, mistyped, shortened and joined forms. */
export function readSearchQuery(index: SearchIndex, query: string): SearchAsk {
  const all = wordsOf(query).map((word) => word.text);
  const words = [...new Set(all)].slice(0, mostTerms);
  const tells = words.some((word) => !saysLittle(word));
  const drafts = words.map((word, at) => {
    return again(index, `${at === words.length - 1 ? '…' : ''}${tells ? '' : '!'}${word}`, () =>
      readWord(index, word, at === words.length - 1, tells),
    );
  });
  const terms = addNeighbours(index, words, drafts);
  const telling = all.filter((word) => !saysLittle(word));
  return { terms: addSynonyms(index, words, terms), phrase: all.join(''), tellingPhrase: telling.join('') };
}

const remembered = new WeakMap<SearchIndex, Map<string, Term>>();
const mostRemembered = 24;

/** Remembers the last words: while one types the last word, those before it stay the same. */
function again(index: SearchIndex, key: string, read: () => Term): Term {
  const known = remembered.get(index) ?? new Map<string, Term>();
  remembered.set(index, known);
  const term = known.get(key) ?? read();
  known.delete(key);
  known.set(key, term);
  if (known.size > mostRemembered) known.delete(known.keys().next().value ?? '');
  return term;
}

function readWord(index: SearchIndex, word: string, isLast: boolean, tells: boolean): Term {
  const term = new Draft(word, tells && (saysLittle(word) || isMistypedFunctionWord(index, word)));
  const exact = index.byWord.get(word);
  if (exact !== undefined) term.addEntry(index, exact, sure.exact);
  if (term.isFunction) return term;
  term.addEntries(index, index.byStem.get(inflectionStem(word)), sure.inflection);
  const isKnown = term.entries.size > 0;
  term.addEntries(index, index.byRoot.get(rootStem(word)), sure.root);
  term.addEntries(index, shortenedForms(index, word), sure.shortened);
  term.addPlaces(spelledOut(index, word), sure.spelledOut);
  const whole = term.entries.size > 0;
  term.addEntries(index, index.bySense.get(senseOf(word)), sure.sense);
  if (isLast || word.length >= 3) {
    const asEnd = word.length >= 3 ? sure.unfinished : sure.unfinishedShort;
    term.addEntries(index, beginningWith(index, word), isLast ? asEnd : sure.beginning);
  }
  if (word.length >= 3) term.addPlaces(joinedPlaces(index, word), sure.joined);
  if (!isKnown) addGuesses(index, word, term, whole);
  return term;
}

/** What a word may mean that the plan does not have. */
function addGuesses(index: SearchIndex, word: string, term: Draft, hasRoot: boolean): void {
  if (term.readings.length === 0 || hasRoot) {
    const near = mistyped(index, word);
    const isClear = new Set(near.one.map((at) => index.entries[at]?.stem)).size === 1;
    const trust = word.length < longFrom ? sure.shortError : sure.oneError;
    term.addEntries(index, near.one, isClear ? sure.onlyReading : sure.oneError, trust);
    if (near.one.length === 0) term.addEntries(index, near.two, sure.twoErrors);
  }
  if (term.readings.length > 0) return;
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, rest] = [index.byWord.get(word.slice(0, at)), index.byWord.get(word.slice(at))];
    if (first !== undefined && rest !== undefined)
      term.addPlaces(phrasePlaces(index, [new Set([first]), new Set([rest])]), sure.joined);
  }
  for (const prefix of ['un', 're', 'non', 'dis', 'de', 'pre']) {
    if (!word.startsWith(prefix) || word.length < prefix.length + 3) continue;
    term.addEntries(index, index.byStem.get(inflectionStem(word.slice(prefix.length))), sure.partOf);
  }
  for (let length = word.length - 2; length >= Math.max(4, word.length / 2 - 1); length -= 1) {
    const part = index.byWord.get(word.slice(0, length));
    if (part !== undefined) {
      term.addEntry(index, part, sure.partOf);
      break;
    }
  }
}

/** The entries that begin with a word and go on. */
function beginningWith(index: SearchIndex, word: string): number[] {
  const found: number[] = [];
  for (let at = lowerBound(index, word); at < index.entries.length; at += 1) {
    const entry = index.entries[at];
    if (!entry?.word.startsWith(word)) break;
    if (entry.word.length > word.length) found.push(at);
  }
  return found;
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

function mistyped(index: SearchIndex, word: string): { one: number[]; two: number[] } {
  const one: number[] = [];
  const two: number[] = [];
  const most = errorsForgiven(word.length);
  if (most === 0) return { one, two };
  const letters = lettersOf(word);
  index.entries.forEach((entry, at) => {
    if (entry.word.length < word.length - most || bitCount(letters & ~entry.letters) > most) return;
    const errors = prefixDistance(word, entry.word, most);
    if (errors > most) return;
    // A word that goes on far beyond what was typed is a guess on top of a guess.
    const costly = entry.word.length > word.length + 1 ? 1 : 0;
    if (errors + costly <= 1) one.push(at);
    else two.push(at);
  });
  return { one, two };
}

function isMistypedFunctionWord(index: SearchIndex, word: string): boolean {
  if (word.length < 4 || index.byWord.has(word)) return false;
  return functionWords.some((known) => known.length === word.length && isSwapped(word, known));
}

/** Whether two words differ by two neighbours that changed places. */
function isSwapped(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    at < one.length - 1 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** Words side by side may stand in the plan as one (`vs code`, `vscode`) or by their first letters. */
function addNeighbours(index: SearchIndex, words: readonly string[], terms: readonly Term[]): Term[] {
  const more = terms.map(() => [] as { at: number; sureness: number }[]);
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 2; length <= 4 && from + length <= words.length; length += 1) {
      const some = words.slice(from, from + length);
      const short = some.some((word) => isFunctionWord(word)) ? undefined : shortFormOf(index, some);
      const joined = index.byWord.get(some.join(''));
      const deeds = index.bySense.get(senseOf(some.map(inflectionStem).join(''))) ?? [];
      for (let at = from; at < from + length; at += 1) {
        if (short !== undefined) more[at]?.push({ at: short, sureness: sure.spelledOut });
        if (joined !== undefined) more[at]?.push({ at: joined, sureness: sure.joined });
        for (const deed of deeds) more[at]?.push({ at: deed, sureness: sure.sense });
      }
    }
  }
  return terms.map((term, number) => {
    const added = more[number] ?? [];
    if (added.length === 0) return term;
    const grown = grow(term);
    for (const { at, sureness } of added) grown.addEntry(index, at, sureness);
    return grown;
  });
}

function grow(term: Term): Draft {
  const grown = new Draft(term.text, term.isFunction);
  grown.readings.push(...term.readings);
  for (const [at, sureness] of term.entries) grown.entries.set(at, sureness);
  return grown;
}

/** Where the query says one of a plan's synonyms, all its words may also mean the others. */
function addSynonyms(index: SearchIndex, words: readonly string[], terms: readonly Term[]): Term[] {
  const grown = [...terms];
  for (const group of index.synonyms) {
    const spoken = group.map((text) => wordsOf(text).map((word) => word.text));
    for (const said of spoken) {
      const [from, length] = saidIn(words, said);
      for (let at = from; at < from + length; at += 1) {
        const term = grow(grown[at] ?? new Draft('', false));
        spoken.forEach((other, number) => {
          if (other !== said && other.length > 0) term.addSynonym(index, group[number] ?? '', other);
        });
        grown[at] = term;
      }
    }
  }
  return grown;
}

/** Where a query says some words, and in how many of its own: `sign up` is said by `signup` too, and by `signs up`. */
function saidIn(words: readonly string[], said: readonly string[]): readonly [from: number, length: number] {
  const joined = said.join('');
  if (joined === '') return [0, 0];
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 1; length <= said.length + 1 && from + length <= words.length; length += 1) {
      const some = words.slice(from, from + length);
      const isSame =
        inflectionStem(some.join('')) === inflectionStem(joined) ||
        (length === said.length && some.every((word, at) => inflectionStem(word) === inflectionStem(said[at] ?? '')));
      if (isSame) return [from, length];
    }
  }
  return [0, 0];
}
