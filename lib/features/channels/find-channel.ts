import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { type Channel, readChannel } from '@/lib/store/channels';

export type ChannelMissing = { readonly code: 'channel.not-found' };

/** A channel that the actor may change: their own, or for an admin one of the workspace. Another person's does not exist for them. */
export async function findManaged(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Result<Channel, AccessDenied | ChannelMissing>> {
  const channel = await readChannel(tx, actor.workspaceId, id);
  if (!channel || (channel.userId !== null && channel.userId !== actor.userId))
    return err({ code: 'channel.not-found' });
  if (channel.userId === actor.userId) return ok(channel);
  const allowed = can(actor, 'channel.manage');
  return allowed.ok ? ok(channel) : allowed;
}
