import type { SearchIndex } from './build-search-index';
import { isFunctionWord } from './function-words';
import type { TermScore } from './score-documents';
import type { SearchDocument } from './search-document';
import { wordsOf } from './words';

const mostOthers = 40;

interface Seen {
  /** For each word of the text, the term it answers, or -1. */
  readonly terms: readonly number[];
  readonly telling: number;
}

/** What only the order of words tells: how much of the name the query says, and which of its words stand side by side. */
export function closeness(index: SearchIndex, document: SearchDocument, terms: readonly TermScore[]): number {
  const name = look(index, document.name, terms);
  const display = document.displayName === '' ? name : look(index, document.displayName, terms);
  const meaning = look(index, document.meaning, terms);
  const named = Math.max(share(name, terms), share(display, terms));
  const others = [...document.formerNames, ...(document.properties ?? []), ...document.values].slice(0, mostOthers);
  const beside = others.map((text) => neighbours(look(index, text, terms), terms));
  const together = Math.max(
    neighbours(name, terms),
    neighbours(display, terms),
    0.7 * neighbours(meaning, terms),
    0.7 * Math.max(0, ...beside),
  );
  return 1 + 0.6 * named + 0.2 * together;
}

function look(index: SearchIndex, text: string, terms: readonly TermScore[]): Seen {
  let telling = 0;
  const seen = wordsOf(text).map(({ text: word }) => {
    if (!isFunctionWord(word)) telling += 1;
    const entry = index.byWord.get(word) ?? -1;
    let best = -1;
    let sureness = 0;
    terms.forEach(({ term }, number) => {
      const reached = term.entries.get(entry) ?? 0;
      if (reached > sureness) {
        best = number;
        sureness = reached;
      }
    });
    return best;
  });
  return { terms: seen, telling };
}

/** Of a text's words and the query's words, how many are shared: 1 where both say the same. */
function share({ terms: seen, telling }: Seen, terms: readonly TermScore[]): number {
  const said = new Set(seen.filter((number) => number >= 0 && !terms[number]?.term.isFunction));
  const asked = terms.filter(({ term }) => !term.isFunction).length;
  const covered = seen.filter((number) => said.has(number)).length;
  if (telling === 0 || asked === 0) return 0;
  return Math.min(1, (2 * Math.min(covered, said.size + 1)) / (telling + asked));
}

/** The share of the query's neighbouring words that are neighbours in a text, in whichever order. */
function neighbours({ terms: seen }: Seen, terms: readonly TermScore[]): number {
  const asked = terms.flatMap(({ term }, number) => (term.isFunction ? [] : [number]));
  if (asked.length < 2) return 0;
  const text = seen.filter((number) => number < 0 || !terms[number]?.term.isFunction);
  let pairs = 0;
  for (let at = 1; at < asked.length; at += 1) {
    const [one, other] = [asked[at - 1], asked[at]];
    const beside = text.some(
      (number, place) => (number === one && text[place + 1] === other) || (number === other && text[place + 1] === one),
    );
    if (beside) pairs += 1;
  }
  return pairs / (asked.length - 1);
}
