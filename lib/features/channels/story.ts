import type { DeliveryPayload } from '@/lib/contracts/channels';
import type { BecauseView, NewsItem, NewsReason } from '@/lib/contracts/inbox';
import type { ChannelFilter } from '@/lib/domain/notify/channel';
import { headlineOf, type NoticeItem, type Story } from '@/lib/domain/notify/notice';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Significance } from '@/lib/domain/plan/significance';
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
  const release = news.release?.number ?? null;
  const items = news.items.map((item) => noticeItem(item, planUrl));
  const request = news.request && {
    ...news.request,
    url: `${planUrl}/change-requests/${news.request.number}`,
  };
  const inFull = release === null ? (request?.url ?? items[0]?.url) : `${planUrl}/releases/${release}`;
  return {
    headline: headlineOf({ ...news, release, items }),
    kind: news.kind,
    at: at.toISOString(),
    plan,
    actor: news.actor,
    words: news.words,
    request,
    release,
    significance: news.significance,
    consequence: news.consequence,
    items,
    omitted: news.omitted,
    why: whyOf(news.because, reasons),
    url: inFull ?? planUrl,
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

const filterWords: Record<Significance, string> = {
  meaning: 'changed meanings',
  breaking: 'breaking changes',
  additive: 'additions',
  editorial: 'wording',
};

/** Why a channel of the workspace tells of something, from its filter: "It comes because Growth hears of breaking changes, tagged checkout." */
export function channelWhy({ name, filter }: { readonly name: string; readonly filter: ChannelFilter }): string {
  const { significances, tags, owners, sources, plans } = filter;
  const list = (words: readonly string[], last: string) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
  const some = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const what =
    significances.length % 4 === 0
      ? 'every change'
      : list(
          significances.map((one) => filterWords[one]),
          'and',
        );
  const limits = [
    tags.length > 0 ? `tagged ${list(tags, 'or')}` : '',
    owners.length > 0 ? `of ${some(owners.length, 'owner')}` : '',
    sources.length > 0 ? `from ${some(sources.length, 'source')}` : '',
    plans.length > 0 ? `in ${some(plans.length, 'plan')}` : '',
  ].filter(Boolean);
  return `It comes because ${name} hears of ${[what, ...limits].join(' ')}.`;
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
    instead: item.instead.map((successor) => ({
      words: `Use ${qualifiedName(successor)} instead${successor.of === null ? '' : ` of ${successor.of}`}`,
      url: `${planUrl}/${itemPath({ ...successor, id: successor.itemId })}`,
    })),
    url: `${planUrl}/${itemPath({ ...item, id: itemId })}`,
  };
}
