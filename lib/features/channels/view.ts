import * as z from 'zod';
import type { ChannelAdapter } from '@/lib/adapters/channels/define';
import type { ChannelTypeView, ChannelView, DeliveryView } from '@/lib/contracts/channels';
import { deliveryPayloadSchema } from '@/lib/contracts/channels';
import { headlineOf } from '@/lib/domain/notify/notice';
import type { Channel } from '@/lib/store/channels';
import type { Delivery, DeliveryAttempt } from '@/lib/store/deliveries';

/** A channel without its address and its secrets. */
export function channelView(channel: Channel): ChannelView {
  const { id, type, name, hint, pace, filter, digestHour, timeZone, state, stateReason, lockVersion } = channel;
  return {
    ...{ id, type, name, hint, pace, filter, digestHour, timeZone, state, stateReason, lockVersion },
    isOwn: channel.userId !== null,
    failingAt: channel.failingAt?.toISOString() ?? null,
    createdBy: channel.createdBy,
    createdAt: channel.createdAt.toISOString(),
  };
}

/** A kind of channel as a form needs it. */
export function channelTypeView(adapter: ChannelAdapter, isAvailable: boolean): ChannelTypeView {
  const isFeed = adapter.direction === 'pull';
  return {
    id: adapter.id,
    label: adapter.label,
    summary: adapter.summary,
    digests: !isFeed && adapter.digests,
    signs: !isFeed && adapter.signs,
    isFeed,
    isAvailable,
    settings: z.toJSONSchema(adapter.settings, { io: 'input' }),
  };
}

/** A line of a channel's log. */
export function deliveryView(delivery: Delivery & { readonly attempts: readonly DeliveryAttempt[] }): DeliveryView {
  const { id, form, status, statusReason, attemptCount } = delivery;
  return {
    ...{ id, form, status, statusReason, attemptCount },
    title: titleOf(delivery),
    happenedAt: delivery.happenedAt.toISOString(),
    nextAttemptAt: delivery.settledAt ? null : delivery.nextAttemptAt.toISOString(),
    settledAt: delivery.settledAt?.toISOString() ?? null,
    attempts: delivery.attempts.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() })),
  };
}

function titleOf({ form, payload }: Delivery): string {
  if (form === 'test') return 'Test message';
  if (form === 'digest') return 'Digest';
  const news = deliveryPayloadSchema.safeParse(payload).data?.news;
  return news ? headlineOf({ ...news, release: news.release?.number ?? null }) : 'News';
}
