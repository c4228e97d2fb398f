import 'server-only';
import * as z from 'zod';
import { deliveryPayloadSchema } from '@/lib/contracts/channels';
import { type Unsubscribe, unsubscribeOf } from '@/lib/domain/notify/unsubscribe';
import { sign, signedText } from '@/lib/infra/auth/seal';
import type { Tx } from '@/lib/infra/db/transaction';
import { env } from '@/lib/infra/env';
import { type Channel, readChannel } from '@/lib/store/channels';
import { type Delivery, readDelivery } from '@/lib/store/deliveries';
import { readStanding } from '@/lib/store/memberships';

export type LinkFailure = { readonly code: 'unsubscription.not-found' };

const linkSchema = z.tuple([z.string(), z.string(), z.string(), z.enum(['news', 'digest', 'test'])]);

/** Where a message and its like are ended: opened it asks, and a POST to it does it (RFC 8058). It stays valid, as a letter may be old. */
export function unsubscribeUrl({ workspaceId, channelId, id, form }: Delivery): string {
  return `${env().baseUrl}/unsubscribe/${sign('unsubscribe', JSON.stringify([workspaceId, channelId, id, form]))}`;
}

/** What ending messages like a delivery means; of one that is no longer kept, all of its channel. */
export function unsubscribeWhat(
  delivery: Delivery | undefined,
  about: { readonly form: Delivery['form']; readonly isOwn: boolean },
): Unsubscribe {
  const payload = deliveryPayloadSchema.safeParse(delivery?.payload).data;
  const { because = [], request = null } = payload?.news ?? {};
  const requestId = /^cr:(.+)$/u.exec(delivery?.subjectKey ?? '')?.[1];
  return unsubscribeOf({
    ...about,
    because,
    reasons: payload?.reasons ?? [],
    request: request && requestId ? { id: requestId, name: `#${request.number} ${request.title}` } : null,
  });
}

/** What a signed link is about, for as long as there is the channel and its reader is a member. */
export async function findUnsubscribe(
  tx: Tx,
  token: string,
): Promise<{ channel: Channel; delivery: Delivery | undefined; what: Unsubscribe } | undefined> {
  const text = signedText('unsubscribe', token);
  const link = text === undefined ? undefined : linkSchema.safeParse(JSON.parse(text)).data;
  if (!link) return undefined;
  const [workspaceId, channelId, deliveryId, form] = link;
  const channel = await readChannel(tx, workspaceId, channelId);
  if (!channel || (channel.userId !== null && !(await readStanding(tx, workspaceId, channel.userId)))) return undefined;
  const delivery = await readDelivery(tx, workspaceId, deliveryId);
  return { channel, delivery, what: unsubscribeWhat(delivery, { form, isOwn: channel.userId !== null }) };
}
