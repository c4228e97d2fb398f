import type { WatchLevel } from '@/lib/domain/watch/target';

/** How much is heard, as it is called. */
export const levelWords: Record<WatchLevel, { label: string; hint: string }> = {
  all: { label: 'Everything', hint: 'Whatever changes, except wording' },
  meaning: { label: 'Meaning and breaking', hint: 'Only what makes numbers incomparable or breaks code' },
  participating: { label: 'Participating', hint: 'Only what you own, review, open or are mentioned in' },
  none: { label: 'Muted', hint: 'Nothing, but reviews and mentions that ask for you' },
};

/** What muting means where it is not one item. */
export const pausedHint = 'This watch says nothing until you choose another level';
