import type { InboxEntry, NewsReason } from '@/lib/contracts/inbox';
import type { InboxTab } from '@/lib/contracts/inbox-tabs';
import { itemPath } from '@/lib/domain/plan-query/item-path';

/** Tabs as they are called. */
export const tabLabels: Record<InboxTab, string> = {
  important: 'Important',
  everything: 'Everything',
  snoozed: 'Snoozed',
  done: 'Done',
};

/** Why the reader hears of it, on a tag. */
export const reasonWords: Record<NewsReason, { label: string; hint: string }> = {
  'review-asked': { label: 'Review asked', hint: 'You were asked to review this change request.' },
  mentioned: { label: 'Mentioned', hint: 'Somebody mentioned you.' },
  consumer: { label: 'Your consumer', hint: 'Something you own reads an item that changes.' },
  own: { label: 'You own', hint: 'You, or a team of yours, own what it is about.' },
  watch: { label: 'You watch', hint: 'You watch an item that changes, or the whole plan.' },
  author: { label: 'Your request', hint: 'You opened this change request.' },
  contributor: { label: 'You contributed', hint: 'You edited something in this change request.' },
  channel: { label: 'Your channel', hint: 'You set up the channel that could not be reached, or run this workspace.' },
  reviewer: { label: 'You reviewed', hint: 'You gave a verdict on this change request.' },
};

/** What an entry is called: its change request, as its reader knows it, or what comes near. */
export function titleOf({ news }: InboxEntry): string {
  if (!news.request) return `${news.actor} ${news.words.split(';')[0]}`;
  return `#${news.request.number} ${news.request.title}`;
}

/** Where the thing itself is read in full, below the plan: the release that came of it, the change request, or the item. */
export function placeOf({ news }: InboxEntry): { path: string; label: string } {
  if (!news.request) {
    const [item] = news.items;
    return item
      ? { path: itemPath({ ...item, id: item.itemId }), label: `Open ${item.name}` }
      : { path: 'events', label: 'Open the plan' };
  }
  return news.release
    ? { path: `releases/${news.release.number}`, label: `Open release ${news.release.number}` }
    : {
        path: `change-requests/${news.request.number}`,
        label: news.kind === 'review-asked' ? `Review #${news.request.number}` : `Open #${news.request.number}`,
      };
}

/** What an empty tab says. */
export const emptyWords: Record<InboxTab, string> = {
  important: 'All read. Nothing needs you, and no numbers you follow have changed.',
  everything: 'All read.',
  snoozed: 'Nothing is snoozed. Press h on an entry to see it again later.',
  done: 'Nothing is done yet. What you finish is kept here.',
};
