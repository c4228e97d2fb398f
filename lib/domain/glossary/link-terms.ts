import { foldName } from '@/lib/kit/fold';

/** A word of a plan's own, as far as finding it in a text needs. */
export interface LinkedTerm {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
}

/** A part of a text, and the term it names, if any. */
export interface TermPiece {
  readonly text: string;
  readonly termId: string | null;
}

interface Spoken {
  readonly termId: string;
  readonly words: readonly string[];
}

/** Terms made ready to be found, by the first word of each of their names, the longest first. */
export type PreparedTerms = ReadonlyMap<string, readonly Spoken[]>;

// An underscore holds a name together: `account_id` does not speak of accounts.
const word = /[\p{L}\p{M}\p{N}_]+/gu;
/** What may stand between the words of one name. */
const gap = /^[\s\u00a0-]{1,3}$/u;
/** Code, links and addresses, in which nothing is linked. */
const untouched = /```[\s\S]*?(?:```|$)|`[^`\n]*`|!?\[[^\]\n]*\]\([^)\n]*\)|<[^>\s]+>|[a-z][a-z0-9+.-]*:\/\/\S+/giu;

const folded = (text: string) => foldName(text);

/** One form for one and many: `accounts` is `account`. */
function single(text: string): string {
  return text.length > 2 && text.endsWith('s') && !text.endsWith('ss') ? text.slice(0, -1) : text;
}

/** The address of a term within its page, the same for every way to write it; empty when it has no letter or digit. */
export function termAnchor(term: string): string {
  return foldName(term)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** Makes terms ready for `linkTerms`. */
export function prepareTerms(terms: readonly LinkedTerm[]): PreparedTerms {
  const byFirst = new Map<string, Spoken[]>();
  for (const { id, term, aliases } of terms) {
    for (const name of [term, ...aliases]) {
      const words = [...name.matchAll(word)].map(([text]) => folded(text));
      const [first] = words;
      if (first === undefined) continue;
      const key = single(first);
      byFirst.set(key, [...(byFirst.get(key) ?? []), { termId: id, words }]);
    }
  }
  for (const spoken of byFirst.values()) spoken.sort((one, other) => other.words.length - one.words.length);
  return byFirst;
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A text in pieces, in which each term is marked where it is named first: whole words only, the longest name where
 * several begin, `s` at the end or not, and never in code, in a link or in an address.
 */
export function linkTerms(text: string, terms: PreparedTerms): TermPiece[] {
  if (terms.size === 0) return text === '' ? [] : [{ text, termId: null }];
  const places = placesOf(text);
  const pieces: TermPiece[] = [];
  const seen = new Set<string>();
  let done = 0;
  for (let at = 0; at < places.length; ) {
    const found = longestAt(text, places, at, terms);
    const [first, last] = [places[at], places[at + (found?.words.length ?? 1) - 1]];
    if (found && first && last && !seen.has(found.termId)) {
      seen.add(found.termId);
      if (first.start > done) pieces.push({ text: text.slice(done, first.start), termId: null });
      pieces.push({ text: text.slice(first.start, last.end), termId: found.termId });
      done = last.end;
    }
    at += found?.words.length ?? 1;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), termId: null });
  return pieces;
}

/** Ids of the terms that texts name. */
export function termsNamedIn(texts: readonly string[], terms: PreparedTerms): Set<string> {
  const named = new Set<string>();
  for (const text of texts) for (const { termId } of linkTerms(text, terms)) if (termId !== null) named.add(termId);
  return named;
}

function placesOf(text: string): Place[] {
  const kept = [...text.matchAll(untouched)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let next = 0;
  return [...text.matchAll(word)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    while ((kept[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return end > (kept[next]?.start ?? text.length) ? [] : [{ text: folded(match[0]), start, end }];
  });
}

function longestAt(text: string, places: readonly Place[], at: number, terms: PreparedTerms): Spoken | undefined {
  return terms.get(single(places[at]?.text ?? ''))?.find(({ words }) =>
    words.every((wanted, step) => {
      const place = places[at + step];
      const before = places[at + step - 1];
      if (!place) return false;
      if (step > 0 && !gap.test(text.slice(before?.end ?? 0, place.start))) return false;
      return step === words.length - 1 ? single(place.text) === single(wanted) : place.text === wanted;
    }),
  );
}
