import 'server-only';
import { deliveryPayloadSchema } from '@/lib/contracts/channels';
import type { Tx } from '@/lib/infra/db/transaction';
import type { Channel } from '@/lib/store/channels';
import { type Delivery, listParts } from '@/lib/store/deliveries';
import { listPeople } from '@/lib/store/memberships';
import { addNotifications } from '@/lib/store/notifications';

/**
 * Tells in the app what a channel could not say: its owner, or for one of the workspace who set it up, and the admins
 * when that person has left. One entry per channel, which comes back with each letter that dies.
 */
export async function tellOwner(
  tx: Tx,
  delivery: Delivery,
  channel: Pick<Channel, 'id' | 'name' | 'userId' | 'createdBy'>,
  reason: string,
  at: Date,
): Promise<void> {
  const { workspaceId } = delivery;
  const source = delivery.form === 'digest' ? (await listParts(tx, workspaceId, delivery.id))[0] : delivery;
  const payload = deliveryPayloadSchema.safeParse(source?.payload).data;
  if (!payload || !source?.planId) return;
  const people = await listPeople(tx, workspaceId);
  const owner = people.find(({ userId }) => userId === (channel.userId ?? channel.createdBy.id));
  const told = owner ? [owner] : channel.userId === null ? people.filter(({ role }) => role === 'admin') : [];
  await addNotifications(
    tx,
    workspaceId,
    told.map(({ userId }) => ({
      userId,
      planId: source.planId ?? '',
      changeRequestId: null,
      release: null,
      subjectKey: `channel:${channel.id}`,
      reasons: ['channel'],
      payload: {
        ...payload.news,
        kind: 'delivery-failed',
        important: true,
        actor: channel.name,
        words: `could not be reached: ${reason}`,
      },
      at,
    })),
  );
}
