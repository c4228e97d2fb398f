import {
  type EntryNews,
  entryNewsSchema,
  type InboxEntry,
  type NewsReason,
  newsReasons,
  type Stop,
} from '@/lib/contracts/inbox';
import { targetText, type WatchLevel } from '@/lib/domain/watch/target';
import type { Notification } from '@/lib/store/notifications';
import type { Plan } from '@/lib/store/plans';
import type { Watch } from '@/lib/store/watches';

/** What an entry needs to know beside itself. */
export interface EntryContext {
  readonly plans: ReadonlyMap<string, Plan>;
  /** The reader's own. */
  readonly watches: readonly Watch[];
}

/** How much the reader hears, by the target as it stands in an address. */
type OwnWatches = ReadonlyMap<string, WatchLevel>;

/** A piece of news as its reader sees it; undefined when what is stored cannot be read. */
export function entryView(row: Notification, { plans, watches }: EntryContext): InboxEntry | undefined {
  const news = entryNewsSchema.safeParse(row.payload).data;
  const plan = plans.get(row.planId);
  if (!news || !plan) return undefined;
  const own: OwnWatches = new Map(
    watches.flatMap(({ planId, targetKind: kind, targetId: id, level }) =>
      planId === plan.id ? [[targetText({ kind, id }), level]] : [],
    ),
  );
  const watched = watchedOf(news, plan, own);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: row.id,
    plan: { slug: plan.slug, name: plan.name },
    reasons: newsReasons.filter((reason): reason is NewsReason => row.reasons.includes(reason)),
    news,
    stops: stopsOf(row, news, own, watched),
    watched,
    at: row.updatedAt.toISOString(),
    readAt: iso(row.readAt),
    doneAt: iso(row.doneAt),
    snoozedUntil: iso(row.snoozedUntil),
    acknowledgedAt: iso(row.acknowledgedAt),
  };
}

/** What the reader watches of it: the watches by which it came, or else its items, or else the plan. */
function watchedOf(news: EntryNews, plan: Plan, own: OwnWatches): InboxEntry['watched'] {
  const heard = (target: string, name: string) => {
    const level = own.get(target);
    return level === 'all' || level === 'meaning' ? [{ target, name, level }] : [];
  };
  const told = news.because.flatMap(({ reason, target, name }) =>
    reason === 'watch' && target !== null ? heard(target, name) : [],
  );
  if (told.length > 0) return told;
  const items = news.items.flatMap(({ itemId, name }) => heard(itemId, name));
  return items.length > 0 ? items : heard('plan', plan.name);
}

/** Why it came, each with what ends it: a watch that ends, or an item or the request that is muted. */
function stopsOf(
  row: Notification,
  { because, request }: EntryNews,
  own: OwnWatches,
  watched: InboxEntry['watched'],
): Stop[] {
  const stops = because.map(({ reason, words, target, name }): Stop => {
    const level = target === null ? undefined : own.get(target);
    if (reason === 'watch')
      return {
        words,
        target,
        name,
        act: 'unwatch',
        isStopped: audible(level) === null,
        before: audible(level) ?? 'all',
      };
    const act = target === null ? null : 'mute';
    return { words, target, name, act, isStopped: level === 'none', before: audible(level) };
  });
  // What was told before watches were named goes by what is watched now.
  if (because.length === 0 && row.reasons.includes('watch')) {
    for (const { target, name, level } of watched)
      stops.push({ words: `You watch ${name}`, target, name, act: 'unwatch', isStopped: false, before: level });
  }
  for (const reason of row.reasons) {
    const words = askedWords[reason];
    if (words) stops.unshift({ words, target: null, name: '', act: null, isStopped: false, before: null });
  }
  const told = row.reasons.flatMap((reason) => requestWords[reason] ?? []);
  if (row.changeRequestId === null || row.release !== null || !request || told.length === 0) return stops;
  const target = targetText({ kind: 'request', id: row.changeRequestId });
  return [
    ...stops,
    {
      words: told.join(', '),
      target,
      name: `#${request.number}`,
      act: 'mute',
      isStopped: own.get(target) === 'none',
      before: null,
    },
  ];
}

function audible(level: WatchLevel | undefined): Stop['before'] {
  return level === 'all' || level === 'meaning' ? level : null;
}

/** What asks for its reader by name cannot be stopped. */
const askedWords: Partial<Record<string, string>> = {
  'review-asked': 'Your review was asked for, which is always told',
  mentioned: 'Somebody mentioned you, which is always told',
  channel: 'You answer for this channel: change, pause or remove it in the settings',
};

/** Reasons for which somebody hears of a request until they mute it. */
const requestWords: Partial<Record<string, string>> = {
  author: 'You opened this request',
  contributor: 'You edited something in it',
  reviewer: 'You gave a verdict on it',
};
