const laterVowels = /(?<!^)[aeiou]/g;

/** The consonants of a word after its first letter, doubles as one: `button` and `btn` are both `btn`. */
export function skeletonOf(word: string): string {
  return word.replace(laterVowels, '').replace(/(.)\1+/g, '$1');
}

/** Whether a word looks like one whose vowels were left out: `mgmt`, `cfg`, `flg`. */
export function isSkeleton(word: string): boolean {
  return word.length >= 3 && word.length <= 6 && /^[a-z]+$/.test(word) && !/[aeiouy]/.test(word.slice(1));
}

/** Entries that look like words without their vowels. */
export function skeletonsAmong(entries: readonly { readonly word: string }[]): number[] {
  return entries.flatMap((entry, at) => (isSkeleton(entry.word) ? [at] : []));
}
