import { foldName } from '@/lib/kit/fold';

/** A word of a text, folded, with its place in it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Runs of capitals before a word, capitalised words, small words, digits, then single characters of scripts without spaces. */
const pattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+[\p{N}]*|\p{Lu}+[\p{N}]*|\p{N}+|[\p{L}\p{M}]+/gu;
const marks = /\p{M}+/gu;
const ascii = /^[a-zA-Z0-9]*$/;

/** A word by which to compare: lower case, without accents, look-alike letters as one. */
export function foldWord(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return foldName(word.normalize('NFD').replace(marks, ''));
}

/** The words of a text, whether written `OrderCompleted`, `order_completed`, `order-completed` or `Order Completed`. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const folded = foldWord(match[0]);
    if (folded !== '') words.push({ text: folded, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** A text without its gaps: equal for every way to write the same name. */
export function squash(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .join('');
}
