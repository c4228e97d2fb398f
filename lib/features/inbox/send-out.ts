import 'server-only';
import { channelAdapters } from '@/lib/adapters/channels/list';
import type { DeliveryPayload } from '@/lib/contracts/channels';
import type { EntryNews } from '@/lib/contracts/inbox';
import { newsReasons } from '@/lib/contracts/inbox';
import { nextDigestAt } from '@/lib/domain/notify/digest-time';
import { type PersonalNews, type PlanNews, routeNews } from '@/lib/domain/notify/route-news';
import { now } from '@/lib/infra/clock';
import type { Tx } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { hasMail } from '@/lib/infra/outgoing/mail';
import { type Channel, ensureOwnChannels, listChannels, listTimeZones } from '@/lib/store/channels';
import { addDeliveries, type NewDelivery } from '@/lib/store/deliveries';
import type { NewNotification } from '@/lib/store/notifications';
import type { Plan } from '@/lib/store/plans';

/** What one move means for the channels of a workspace. */
export interface OutgoingNews extends PlanNews {
  readonly plan: Plan;
  readonly subjectKey: string;
  readonly at: Date;
  /** What each person was told in the app. */
  readonly told: readonly NewNotification[];
  /** The same people, as the rules see them. */
  readonly personal: readonly PersonalNews[];
  /** The news as it stands for somebody who hears of these items. */
  readonly newsOf: (itemIds: readonly string[]) => EntryNews;
}

const pushes = channelAdapters.filter((adapter) => adapter.direction === 'push');

/**
 * Records what leaves by which channel, in the transaction that tells the same people in the app: once per channel and
 * piece of news, now or for its digest. Recording it again changes nothing.
 */
export async function sendOut(tx: Tx, workspaceId: string, news: OutgoingNews): Promise<void> {
  const userIds = news.told.map(({ userId }) => userId);
  for (const { id, label, forEveryone, way } of pushes) {
    if (forEveryone && (way !== 'mail' || hasMail()))
      await ensureOwnChannels(tx, workspaceId, userIds, { type: id, name: label, at: news.at });
  }
  const channels = new Map(
    (await listChannels(tx, workspaceId, userIds)).filter(canSend).map((channel) => [channel.id, channel]),
  );
  const routed = routeNews([...channels.values()], news.personal, news);
  if (routed.length === 0) return;
  const zones = await listTimeZones(tx, userIds);
  const told = new Map(news.told.map((one) => [one.userId, one]));
  const payload = payloads(news);
  const rows = routed.flatMap(({ channelId, userId, timing, itemIds }): NewDelivery[] => {
    const channel = channels.get(channelId);
    const own = userId === null ? undefined : told.get(userId);
    if (!channel || (userId !== null && !own)) return [];
    const zone = channel.timeZone ?? (userId === null ? undefined : zones.get(userId)) ?? 'UTC';
    return [
      {
        channelId,
        userId,
        planId: news.plan.id,
        form: 'news',
        subjectKey: news.subjectKey,
        payload: own ? payload.of(own) : payload.about(itemIds ?? []),
        status: timing === 'instant' ? 'pending' : 'waiting',
        nextAttemptAt: timing === 'instant' ? now() : nextDigestAt(now(), channel.digestHour, zone),
        lane: laneOf(channel),
        happenedAt: own?.at ?? news.at,
      },
    ];
  });
  const added = await addDeliveries(tx, workspaceId, rows);
  if (added > 0) await addJob(tx, 'deliver', {});
}

/** Whether its kind is still known and this instance has what it needs. */
function canSend(channel: Channel): boolean {
  const adapter = pushes.find(({ id }) => id === channel.type);
  return adapter !== undefined && (adapter.way !== 'mail' || hasMail());
}

function laneOf(channel: Channel): string {
  return pushes.some(({ id, way }) => id === channel.type && way === 'mail') ? 'mail' : channel.id;
}

/** One object per thing that is said, since most people and channels hear the same. */
function payloads({ plan, personal, newsOf }: OutgoingNews) {
  const known = new Map<string, DeliveryPayload>();
  const items = new Map(personal.map(({ userId, itemIds }) => [userId, [...itemIds].sort().join(' ')]));
  const remember = (key: string, make: () => Omit<DeliveryPayload, 'plan'>): DeliveryPayload => {
    const made = known.get(key) ?? { plan: { slug: plan.slug, name: plan.name }, ...make() };
    known.set(key, made);
    return made;
  };
  return {
    of: ({ userId, payload, reasons }: NewNotification) => {
      const news = payload as EntryNews;
      const ordered = newsReasons.filter((reason) => reasons.includes(reason));
      const because = news.because.map(({ words }) => words).join(' ');
      const key = [news.kind, news.important, news.words, ordered.join(' '), items.get(userId), because].join('\n');
      return remember(key, () => ({ reasons: ordered, news }));
    },
    about: (itemIds: readonly string[]) =>
      remember([...itemIds].sort().join(' '), () => ({ reasons: [], news: newsOf(itemIds) })),
  };
}
