import { type ChannelRule, hasDigest } from './channel';
import { type ChangeFact, heardBy } from './facts';

/** News for one person, as far as its way out depends on it. */
export interface PersonalNews {
  readonly userId: string;
  readonly kind: string;
  readonly reasons: readonly string[];
  /** The items that this person hears of. */
  readonly itemIds: readonly string[];
}

/** News for the workspace at large. */
export interface PlanNews {
  readonly planId: string;
  readonly kind: string;
  readonly facts: readonly ChangeFact[];
}

/** What goes out by one channel: at once or in its next digest, never both. */
export interface Routed {
  readonly channelId: string;
  /** Whose news it is; null for that of a workspace's channel. */
  readonly userId: string | null;
  readonly timing: 'instant' | 'digest';
  /** The items that a workspace's channel hears of; undefined for a person's news, which says so itself. */
  readonly itemIds: readonly string[] | undefined;
}

/** Reasons for which somebody follows an item: their own wish, or being accountable for it or for what reads it. */
const following: ReadonlySet<string> = new Set(['watch', 'own', 'consumer']);

/** Whether news cannot wait for a digest: a review asked, a mention, or a changed meaning that its reader follows and should acknowledge. */
export function isUrgent(news: Omit<PersonalNews, 'userId'>, facts: readonly ChangeFact[]): boolean {
  if (news.kind === 'review-asked' || news.reasons.includes('mentioned')) return true;
  if (news.kind !== 'released' || !news.reasons.some((reason) => following.has(reason))) return false;
  return changesMeaning(facts, news.itemIds);
}

function changesMeaning(facts: readonly ChangeFact[], itemIds: readonly string[]): boolean {
  const heard = new Set(itemIds);
  return facts.some((fact) => heard.has(fact.itemId) && fact.significances.includes('meaning'));
}

/** By which channels the news of one move goes out, and when; each channel at most once. */
export function routeNews(
  channels: readonly ChannelRule[],
  personal: readonly PersonalNews[],
  news: PlanNews,
): Routed[] {
  const byPerson = new Map(personal.map((one) => [one.userId, one]));
  return channels.flatMap((channel) => {
    if (channel.state !== 'active') return [];
    if (channel.userId === null) return routeToWorkspace(channel, news) ?? [];
    const own = byPerson.get(channel.userId);
    return (own && routeToPerson(channel, own, news.facts)) ?? [];
  });
}

function routeToPerson(channel: ChannelRule, news: PersonalNews, facts: readonly ChangeFact[]): Routed | undefined {
  const timing = timingOf(channel, isUrgent(news, facts));
  return timing && { channelId: channel.id, userId: news.userId, timing, itemIds: undefined };
}

function routeToWorkspace(channel: ChannelRule, news: PlanNews): Routed | undefined {
  const { filter } = channel;
  if (!filter.events.some((event) => event === news.kind)) return undefined;
  if (filter.plans.length > 0 && !filter.plans.includes(news.planId)) return undefined;
  // What comes by the calendar changes nothing, so nothing of it can be meaning or breaking.
  const itemIds = heardBy(news.kind === 'due' ? { ...filter, significances: [] } : filter, news.facts);
  if (itemIds.length === 0) return undefined;
  const isLoud = news.kind === 'review-asked' || changesMeaning(news.facts, itemIds);
  const timing = timingOf(channel, isLoud);
  return timing && { channelId: channel.id, userId: null, timing, itemIds };
}

/** When a channel says it; undefined when it leaves it to the app. */
function timingOf({ pace }: ChannelRule, urgent: boolean): Routed['timing'] | undefined {
  if (pace === 'each' || (urgent && pace !== 'digest')) return 'instant';
  return hasDigest(pace) ? 'digest' : undefined;
}
