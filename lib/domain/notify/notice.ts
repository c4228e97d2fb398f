import type { Significance } from '../plan/significance';

/** One field of an item, before and after, as a person reads it. */
export interface NoticeChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly sentence: string;
}

/** One item of the news. */
export interface NoticeItem {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly operation: string;
  readonly significance: Significance;
  readonly consequence: string;
  readonly sentences: readonly string[];
  readonly changes: readonly NoticeChange[];
  /** What to use instead of it or of what it uses: "Use Order Paid instead", and where that is read. */
  readonly instead: readonly { readonly words: string; readonly url: string }[];
  readonly url: string;
}

/** One thing that happened, in the words that were stored when it did. Every text in it may have been written by anybody. */
export interface Story {
  /** The whole of it in one line. */
  readonly headline: string;
  /** What happened, for machines: `released`, `review-asked` … */
  readonly kind: string;
  readonly at: string;
  readonly plan: { readonly name: string; readonly slug: string };
  readonly actor: string;
  readonly words: string;
  /** Null for what comes by the calendar. */
  readonly request: {
    readonly number: number;
    readonly title: string;
    readonly reason: string;
    readonly url: string;
  } | null;
  readonly release: number | null;
  readonly significance: Significance | null;
  readonly consequence: string;
  readonly items: readonly NoticeItem[];
  /** Items beyond those listed. */
  readonly omitted: number;
  /** Why the reader hears of it, as whole sentences. */
  readonly why: readonly string[];
  /** Where it is read in full. */
  readonly url: string;
  /** A page on which the reader can say that they have understood; nothing happens before they press its button. */
  readonly acknowledgeUrl: string | null;
}

/** What a channel says, once. */
export interface Notice {
  /** The same for every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly form: 'news' | 'digest' | 'test';
  readonly at: string;
  readonly title: string;
  readonly workspace: { readonly name: string; readonly slug: string };
  readonly stories: readonly Story[];
  /** Where its reader changes or ends it. */
  readonly stop: { readonly words: string; readonly url: string };
  /** What ends messages like this one in one step: "Stop the daily digest", and where; null for a test. */
  readonly unsubscribe: { readonly words: string; readonly url: string } | null;
}

/** The loudest change in one line. */
export function headlineOf(news: {
  readonly kind: string;
  readonly actor: string;
  readonly words: string;
  readonly request: { readonly number: number; readonly title: string } | null;
  readonly release: number | null;
  readonly items: readonly { readonly name: string; readonly significance: Significance; readonly operation: string }[];
  readonly omitted: number;
}): string {
  if (!news.request) return `${news.actor} ${news.words}`;
  const request = `#${news.request.number} ${news.request.title}`;
  if (news.kind === 'review-asked') return `Your review is asked for: ${request}`;
  const [first] = news.items;
  if (news.kind !== 'released' || !first) return `${news.actor} ${news.words}: ${request}`;
  const rest = news.items.length - 1 + news.omitted;
  const more = rest > 0 ? `, and ${rest} more ${rest === 1 ? 'item' : 'items'}` : '';
  return `${first.name}${changeWords(first)}${more}`;
}

function changeWords({ operation, significance }: { operation: string; significance: Significance }): string {
  if (operation === 'added') return ' is new';
  if (operation === 'removed') return ' was removed';
  const words: Record<Significance, string> = {
    meaning: ': its meaning has changed',
    breaking: ': a breaking change',
    additive: ': something was added',
    editorial: ': its wording was edited',
  };
  return words[significance];
}
