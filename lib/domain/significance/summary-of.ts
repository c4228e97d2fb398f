import type { ItemChange } from './classified';

/** How many items change in which way; an item that both breaks and changes its meaning counts in both. */
export interface Summary {
  readonly meaning: number;
  readonly breaking: number;
  readonly breakingSenders: number;
  readonly breakingReaders: number;
  /** Items for which nothing louder holds. */
  readonly additive: number;
  readonly editorial: number;
  /** Items that say what they said but use something that changed. */
  readonly affected: number;
  /** "2 meanings change, 1 breaking for senders, 4 additive" */
  readonly words: string;
}

/** Counts item changes by their own differences and says the counts in words, loudest first. */
export function summaryOf(changes: readonly ItemChange[]): Summary {
  const own = changes.filter((change) => change.own !== null).map(ownOf);
  const count = (test: (change: OwnChange) => boolean) => own.filter(test).length;
  const both = count((change) => change.senders && change.readers);
  const breakingSenders = count((change) => change.senders);
  const breakingReaders = count((change) => change.readers);
  const counts = {
    meaning: count((change) => change.meaning),
    breaking: count((change) => change.senders || change.readers),
    breakingSenders,
    breakingReaders,
    additive: count((change) => change.own === 'additive'),
    editorial: count((change) => change.own === 'editorial'),
    affected: changes.filter((change) => change.operation === 'affected').length,
  };
  const words = [
    counts.meaning > 0 ? `${counts.meaning} ${counts.meaning === 1 ? 'meaning changes' : 'meanings change'}` : '',
    both > 0 ? `${both} breaking for senders and readers` : '',
    breakingSenders > both ? `${breakingSenders - both} breaking for senders` : '',
    breakingReaders > both ? `${breakingReaders - both} breaking for readers` : '',
    counts.additive > 0 ? `${counts.additive} additive` : '',
    counts.editorial > 0 ? `${counts.editorial} wording only` : '',
    counts.affected > 0 ? `${counts.affected} affected through them` : '',
  ].filter((part) => part !== '');
  return { ...counts, words: words.join(', ') || 'Nothing changes' };
}

interface OwnChange {
  readonly own: ItemChange['own'];
  readonly meaning: boolean;
  readonly senders: boolean;
  readonly readers: boolean;
}

function ownOf(change: ItemChange): OwnChange {
  return {
    own: change.own,
    meaning: change.differences.some((classified) => classified.significances.includes('meaning')),
    senders: change.differences.some((classified) => classified.breaks.senders),
    readers: change.differences.some((classified) => classified.breaks.readers),
  };
}
