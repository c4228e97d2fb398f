import type { TermView } from '@/lib/contracts/glossary';
import type { AccessDenied } from '@/lib/domain/access/can';
import { termAnchor } from '@/lib/domain/glossary/link-terms';
import type { Term, TermWords } from '@/lib/store/glossary';
import type { OwnerNames } from '@/lib/store/owner-names';

export type GlossaryError =
  | AccessDenied
  | {
      readonly code:
        | 'plan.not-found'
        | 'glossary.not-found'
        | 'glossary.taken'
        | 'glossary.stale'
        | 'glossary.too-many'
        | 'glossary.unknown-owner';
      readonly detail?: string;
    };

/** A term as a reader sees it. */
export function termView(term: Term, owners: OwnerNames): TermView {
  const { id, definition, aliases, owner, updatedAt, updatedBy, lockVersion } = term;
  return {
    id,
    term: term.term,
    anchor: term.foldedKey,
    definition,
    aliases: [...aliases],
    owner: owner && { ...owner, name: owners.nameOf(owner) },
    updatedAt: updatedAt.toISOString(),
    updatedBy,
    lockVersion,
  };
}

/** What is said of a term, its other words without those that say the same again. */
export function wordsOfTerm(said: Omit<TermWords, 'foldedKey'>): TermWords {
  const foldedKey = termAnchor(said.term);
  const seen = new Set([foldedKey]);
  const aliases = said.aliases.filter((alias) => {
    const key = termAnchor(alias);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { ...said, foldedKey, aliases };
}

/** The word that another term has already, if any. */
export function takenWord(next: TermWords, others: readonly Term[]): { word: string; by: string } | undefined {
  const words = [next.term, ...next.aliases];
  for (const other of others) {
    const keys = new Set([other.foldedKey, ...other.aliases.map(termAnchor)]);
    const word = words.find((one) => keys.has(termAnchor(one)));
    if (word !== undefined) return { word, by: other.term };
  }
  return undefined;
}
