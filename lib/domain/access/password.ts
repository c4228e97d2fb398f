import { commonPasswords } from './common-passwords';

/** Shortest and longest password; the upper bound only keeps hashing cheap. */
export const passwordLength = { min: 10, max: 256 } as const;

/** The sentence that says why a password will not do, or undefined when it will. */
export function passwordFault(password: string, person: { email?: string; name?: string } = {}): string | undefined {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < passwordLength.min) return `Use at least ${passwordLength.min} characters`;
  if (length > passwordLength.max) return `Use at most ${passwordLength.max} characters`;
  const folded = text.toLowerCase();
  if (new Set(folded).size < 4) return 'Use more than three different characters';
  if (commonPasswords.has(folded)) return 'This password is on every attacker’s list: choose another';
  const own = [person.email, person.email?.split('@')[0], person.name].map((word) => word?.trim().toLowerCase());
  if (own.some((word) => word !== undefined && word.length > 3 && stripped(folded) === stripped(word))) {
    return 'Do not use your own name or address';
  }
  return undefined;
}

function stripped(text: string): string {
  return text.replace(/[\s\d\p{P}\p{S}]/gu, '');
}
