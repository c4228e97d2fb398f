import type { DeliveryPayload } from '@/lib/contracts/channels';
import type { BecauseView, NewsItem, NewsReason } from '@/lib/contracts/inbox';
import { headlineOf, type NoticeItem, type Story } from '@/lib/domain/notify/notice';
import { qualifiedName } from '@/lib/domain/plan/item';
import { itemPath } from '@/lib/domain/plan-query/item-path';

const whyWords: Record<NewsReason, string> = {
  'review-asked': 'You hear of it because your review is asked for.',
  mentioned: 'You hear of it because you were mentioned.',
  consumer: 'You hear of it because something you own reads it.',
  own: 'You hear of it because you own it, or a team of yours does.',
  watch: 'You hear of it because you watch it.',
  author: 'You hear of it because you opened the change request.',
  contributor: 'You hear of it because you edited the change request.',
  reviewer: 'You hear of it because you gave a verdict.',
  channel: 'You hear of it because it is your channel.',
};

/** Stored news as a channel tells it, with addresses below `base`, which is the workspace's. */
export function storyOf(
  { news, plan, reasons }: DeliveryPayload,
  about: { readonly base: string; readonly at: Date; readonly acknowledgeUrl: string | null },
): Story {
  const { base, at, acknowledgeUrl } = about;
  const planUrl = `${base}/${plan.slug}`;
  const requestUrl = `${planUrl}/change-requests/${news.request.number}`;
  const release = news.release?.number ?? null;
  const items = news.items.map((item) => noticeItem(item, planUrl));
  return {
    headline: headlineOf({ ...news, release, items }),
    kind: news.kind,
    at: at.toISOString(),
    plan,
    actor: news.actor,
    words: news.words,
    request: { ...news.request, url: requestUrl },
    release,
    significance: news.significance,
    consequence: news.consequence,
    items,
    omitted: news.omitted,
    why: whyOf(news.because, reasons),
    url: release === null ? requestUrl : `${planUrl}/releases/${release}`,
    acknowledgeUrl: release === null ? null : acknowledgeUrl,
  };
}

/** Two reasons at most: as they were told, or else what their kind says. */
function whyOf(because: readonly BecauseView[], reasons: readonly NewsReason[]): string[] {
  const told = reasons.flatMap((reason) => {
    const own = because.filter((one) => one.reason === reason);
    return own.length > 0
      ? own.map(({ words }) => `You hear of it because ${words.replace(/^You/u, 'you')}.`)
      : [whyWords[reason]];
  });
  return told.slice(0, 2);
}

function noticeItem(item: NewsItem, planUrl: string): NoticeItem {
  const { itemId, kind, operation, significance, consequence, sentences, differences } = item;
  return {
    id: itemId,
    kind,
    name: qualifiedName(item),
    operation,
    significance,
    consequence,
    sentences,
    changes: differences.map(({ label, before, after, sentence }) => ({ label, before, after, sentence })),
    url: `${planUrl}/${itemPath({ ...item, id: itemId })}`,
  };
}
