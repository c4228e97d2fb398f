import type { SynonymSet } from '@/lib/contracts/synonyms';

/** What the dialog of synonyms is opened with. */
export interface SynonymDraft {
  readonly set?: SynonymSet | undefined;
  readonly words: readonly string[];
}
