import { foldName } from '@/lib/kit/fold';

/** A word of a text, folded, with its place in it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Numeronyms (`k8s`), runs of capitals before a word, capitalised words, small words, digits; single characters of scripts without spaces. */
const pattern =
  /(?<![\p{L}\p{N}])\p{L}\p{N}{1,2}\p{L}(?![\p{L}\p{N}])|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+[\p{N}]*|\p{Lu}+[\p{N}]*|\p{N}+|[\p{L}\p{M}]+/gu;
const marks = /\p{M}+/gu;
const ascii = /^[a-zA-Z0-9]*$/;

/** A word by which to compare: lower case, without accents, look-alike letters as one. */
export function foldWord(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return foldName(word.normalize('NFD').replace(marks, ''));
}

const plain = /^[\x20-\x7e\n\t]*$/;

/** The words of a text, whether written `OrderCompleted`, `order_completed`, `order-completed` or `Order Completed`. */
export function wordsOf(text: string): Word[] {
  return plain.test(text) ? plainWords(text) : anyWords(text);
}

/** `wordsOf` for any script. */
export function anyWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const folded = foldWord(match[0]);
    if (folded !== '') words.push({ text: folded, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isUpper = (code: number) => code >= 65 && code <= 90;
const isLower = (code: number) => code >= 97 && code <= 122;
const isLetter = (code: number) => isUpper(code) || isLower(code);

/** The same as `anyWords` for ASCII, many times as fast: a plan of 25,000 items is read while a page waits. */
function plainWords(text: string): Word[] {
  const words: Word[] = [];
  const lowered = text.toLowerCase();
  const runEnd = (from: number, fits: (code: number) => boolean) => {
    let at = from;
    while (fits(text.charCodeAt(at))) at += 1;
    return at;
  };
  let start = 0;
  while (start < text.length) {
    const code = text.charCodeAt(start);
    if (!isLetter(code) && !isDigit(code)) {
      start += 1;
      continue;
    }
    let end = numeronymEnd(text, start);
    if (end === start) {
      if (isDigit(code)) end = runEnd(start, isDigit);
      else if (isLower(code)) end = runEnd(runEnd(start, isLower), isDigit);
      else {
        end = runEnd(start, isUpper);
        if (!isLower(text.charCodeAt(end))) end = runEnd(end, isDigit);
        else if (end - start > 1) end -= 1;
        else end = runEnd(runEnd(end, isLower), isDigit);
      }
    }
    words.push({ text: lowered.slice(start, end), start, end });
    start = end;
  }
  return words;
}

/** The end of a word like `k8s` that stands alone, or `start` when there is none. */
function numeronymEnd(text: string, start: number): number {
  if (!isDigit(text.charCodeAt(start + 1)) || !isLetter(text.charCodeAt(start))) return start;
  const before = text.charCodeAt(start - 1);
  if (isLetter(before) || isDigit(before)) return start;
  const last = isDigit(text.charCodeAt(start + 2)) ? start + 3 : start + 2;
  const after = text.charCodeAt(last + 1);
  return isLetter(text.charCodeAt(last)) && !isLetter(after) && !isDigit(after) ? last + 1 : start;
}

/** A text without its gaps: equal for every way to write the same name. */
export function squash(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .join('');
}
