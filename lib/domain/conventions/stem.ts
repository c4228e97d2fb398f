import { baseOf } from './verbs';

/** A word without the ending of its tense, for comparing; English, light, and kept within what plans are named with. */
export function stemOf(word: string): string {
  const base = baseOf(word);
  const bare =
    base ??
    (word.length > 5 && word.endsWith('ing')
      ? word.slice(0, -3)
      : word.length > 4 && word.endsWith('ed')
        ? word.slice(0, -2)
        : word);
  const single = bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare;
  return single.endsWith('e') ? single.slice(0, -1) : single;
}

/** A word in one tense, singular and plural kept apart: "delete version" and "delete versions" are two events in real plans. */
export function tenseless(word: string): string {
  return baseOf(word) ?? word;
}

/** Words that are used for one and the same deed. */
const synonyms = new Map(
  [
    ['create', 'add', 'new', 'insert'],
    ['delete', 'remove', 'destroy', 'erase'],
    ['click', 'tap', 'press'],
    ['view', 'see', 'show', 'display', 'visit', 'render'],
    ['purchase', 'buy'],
    ['update', 'edit', 'change', 'modify'],
    ['complete', 'finish', 'done'],
    ['start', 'begin', 'initiate', 'launch'],
    ['cancel', 'abort', 'abandon'],
    ['signup', 'register', 'registration'],
    ['cart', 'basket'],
  ].flatMap(([main = '', ...others]) => others.map((other): [string, string] => [stemOf(other), stemOf(main)])),
);

/** The stem of a word, one for all its synonyms. */
export function senseOf(word: string): string {
  const stem = stemOf(word);
  return synonyms.get(stem) ?? stem;
}
