import { type Casing, casingsOf, toCasing, wordsOf } from './casing';
import { baseOf, isOnlyVerb, isParticiple, isVerb, participleOf } from './verbs';

export const grammars = ['object-action', 'verb-object'] as const;
/** `object-action`: "Order Completed", past tense at the end · `verb-object`: "complete order", bare form at the beginning. */
export type Grammar = (typeof grammars)[number];

/** The grammar an event's name follows, or nothing where its words prove none. */
export function grammarOf(name: string): Grammar | undefined {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  const [first, last] = [words[0], words[words.length - 1]];
  if (words.length < 2 || !first || !last) return undefined;
  const ends = isParticiple(last);
  if (ends && !isVerb(first)) return 'object-action';
  if (!ends && isOnlyVerb(first)) return 'verb-object';
  return undefined;
}

/** The name in the other grammar, written as it was; nothing when its words do not say how. */
export function toGrammar(name: string, grammar: Grammar): string | undefined {
  if (/[./:]/u.test(name)) return undefined;
  const words = wordsOf(name);
  const casing: Casing = casingsOf(name)[0] ?? 'Title Case';
  if (grammar === 'object-action') {
    const [first, ...rest] = words;
    return first && rest.length > 0 && isVerb(first.toLowerCase())
      ? toCasing([...rest, participleOf(first.toLowerCase())].join(' '), casing)
      : undefined;
  }
  const last = words[words.length - 1];
  const base = last && baseOf(last.toLowerCase());
  return base && words.length > 1 ? toCasing([base, ...words.slice(0, -1)].join(' '), casing) : undefined;
}
