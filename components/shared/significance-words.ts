import type { Significance } from '@/lib/domain/plan/significance';
import type { Tone } from './change-glyph';

/** The word of each class, its consequence in the product's own sentence, and the tone it is shown in. */
export const significanceWords: Record<Significance, { label: string; consequence: string; tone: Tone }> = {
  meaning: { label: 'Meaning', consequence: 'Numbers before and after are not comparable.', tone: 'meaning' },
  breaking: { label: 'Breaking', consequence: 'Senders must change, or queries may break.', tone: 'breaking' },
  additive: { label: 'Additive', consequence: 'Nothing that exists changes.', tone: 'added' },
  editorial: { label: 'Wording', consequence: 'Wording only.', tone: 'changed' },
};

/** From loudest to quietest, as screens list them. */
export const loudness: readonly Significance[] = ['breaking', 'meaning', 'additive', 'editorial'];

/** Whom a breaking change reaches: "for senders", "for readers", "for senders and readers". */
export function breaksWords(breaks: { readonly senders: boolean; readonly readers: boolean }): string {
  if (breaks.senders && breaks.readers) return 'for senders and readers';
  if (breaks.senders) return 'for senders';
  return breaks.readers ? 'for readers' : '';
}
