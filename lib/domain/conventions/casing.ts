export const casings = ['snake_case', 'kebab-case', 'camelCase', 'PascalCase', 'Title Case', 'Sentence case'] as const;
/** A way to write a name of several words. */
export type Casing = (typeof casings)[number];

const joining = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'into',
  'of',
  'on',
  'or',
  'per',
  'the',
  'to',
  'via',
  'vs',
  'with',
]);

/** The words of a name, as written, whatever separates them. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

// Dots, slashes and colons set parts apart in every style: `http.request.method`, `table:filter_open`.
const partsOf = (name: string): string[] => name.split(/[./:]+/u).filter((part) => part !== '');

const patterns: Record<Casing, (part: string) => boolean> = {
  snake_case: (part) => /^[\p{Ll}\p{Lo}\p{N}]+(?:_[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(part),
  'kebab-case': (part) => /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(part),
  camelCase: (part) => /^[\p{Ll}\p{Lo}][\p{L}\p{N}]*$/u.test(part),
  PascalCase: (part) => /^[\p{Lu}\p{Lo}][\p{L}\p{N}]*$/u.test(part),
  'Title Case': (part) =>
    inWords(part, (word, index) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word) || (index > 0 && joining.has(word))),
  'Sentence case': (part) =>
    inWords(part, (word, index) => (index === 0 ? /^[\p{Lu}\p{Lo}\p{N}]/u.test(word) : !/^\p{Lu}\p{Ll}/u.test(word))),
};

function inWords(part: string, fits: (word: string, index: number) => boolean): boolean {
  const words = part.trim().split(/ +/u);
  // "GitHub Linked" is in words, "OrderCompleted" alone is not.
  if (words.length === 1 && /\p{Ll}\p{Lu}/u.test(part)) return false;
  return words.every((word, index) => /^[\p{L}\p{M}\p{N}'’&+#()-]+$/u.test(word) && fits(word, index));
}

/** Whether a name is written in a casing; parts divided by dots, slashes or colons count one by one. */
export function isCased(name: string, casing: Casing): boolean {
  const parts = partsOf(name);
  return parts.length > 0 && parts.every(patterns[casing]);
}

/** The casings a name fits; one lower-case word fits several and says little. */
export function casingsOf(name: string): Casing[] {
  return casings.filter((casing) => isCased(name, casing));
}

/** The name with its words written in a casing; its parts stay apart. */
export function toCasing(name: string, casing: Casing): string {
  return name
    .split(/([./:]+)/u)
    .map((part, index) => (index % 2 === 1 ? part : joined(wordsOf(part), casing)))
    .join('');
}

function joined(words: readonly string[], casing: Casing): string {
  const lower = words.map((word) => word.toLowerCase());
  switch (casing) {
    case 'snake_case':
      return lower.join('_');
    case 'kebab-case':
      return lower.join('-');
    case 'camelCase':
      return lower.map((word, index) => (index === 0 ? word : capital(word))).join('');
    case 'PascalCase':
      return lower.map(capital).join('');
    case 'Title Case':
      return words
        .map((word, index) =>
          isAcronym(word)
            ? word
            : index > 0 && joining.has(word.toLowerCase())
              ? word.toLowerCase()
              : capital(word.toLowerCase()),
        )
        .join(' ');
    case 'Sentence case':
      return words
        .map((word, index) => (isAcronym(word) ? word : index === 0 ? capital(word.toLowerCase()) : word.toLowerCase()))
        .join(' ');
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function isAcronym(word: string): boolean {
  return /^[\p{Lu}\p{N}]{2,}$/u.test(word);
}
