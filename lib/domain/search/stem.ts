import { baseOf } from '../conventions/verbs';

const vowel = /[aeiouy]/;

/** Whether enough of a word is left to mean something. */
function stands(rest: string, least: number): boolean {
  return rest.length >= least && vowel.test(rest);
}

/** `stopp` → `stop`, but `add` and `sell` stay. */
function undouble(rest: string): string {
  const last = rest.at(-1) ?? '';
  const doubled = rest.length > 3 && last === rest.at(-2) && !'lszaeiou'.includes(last);
  return doubled ? rest.slice(0, -1) : rest;
}

const finalE = (rest: string) => (rest.length > 3 && rest.endsWith('e') ? rest.slice(0, -1) : rest);

/** A word without what number and tense put at its end: `policies`, `policy` and `stopped`, `stopping`, `stops` become one. */
export function inflectionStem(word: string): string {
  let rest = baseOf(word) ?? word;
  if (rest.length < 4) return rest;
  if (rest.endsWith('ies')) rest = `${rest.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (/[^su]s$/.test(rest)) rest = rest.slice(0, -1);
  if (rest.endsWith('ied')) rest = `${rest.slice(0, -3)}y`;
  else if (rest.endsWith('ed') && stands(rest.slice(0, -2), 3)) rest = undouble(rest.slice(0, -2));
  else if (rest.endsWith('ing') && stands(rest.slice(0, -3), 3)) rest = undouble(rest.slice(0, -3));
  rest = finalE(rest);
  return rest.length > 3 && /[^aeiou]y$/.test(rest) ? `${rest.slice(0, -1)}i` : rest;
}

/** Endings that make another kind of word of the same root, the longest first. */
const endings = [
  'ications',
  'ication',
  'ization',
  'isation',
  'ation',
  'ition',
  'ison',
  'ment',
  'ance',
  'ence',
  'ness',
  'able',
  'ible',
  'ship',
  'ical',
  'ion',
  'ity',
  'ive',
  'ize',
  'ise',
  'ful',
  'ate',
  'ant',
  'ent',
  'al',
  'er',
  'or',
  'ee',
  'ly',
  'ic',
  'i',
  'e',
];

/** The root that words of one family share: `delete` and `deletion`, `approve` and `approval`, `assign` and `assignee`. */
export function rootStem(word: string): string {
  const stem = inflectionStem(word);
  if (stem.length < 5) return stem;
  const whole = inflectionStem(word.replace(/s$/, '')) === stem ? word.replace(/s$/, '') : stem;
  for (const form of whole === stem ? [stem] : [whole, stem]) {
    for (const ending of endings) {
      if (!form.endsWith(ending)) continue;
      const rest = form.slice(0, -ending.length);
      if (stands(rest, 4)) return undouble(finalE(rest));
    }
  }
  return stem;
}
