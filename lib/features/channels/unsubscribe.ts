import 'server-only';
import type { UnsubscriptionView } from '@/lib/contracts/channels';
import { type Unsubscribe, withoutDigest } from '@/lib/domain/notify/unsubscribe';
import { parseTarget } from '@/lib/domain/watch/target';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { newId } from '@/lib/kit/id';
import { err, type Result } from '@/lib/kit/result';
import { writeAudit } from '@/lib/store/audit';
import { type Channel, type ChannelPatch, saveChannel } from '@/lib/store/channels';
import { removeWatch, saveWatch } from '@/lib/store/watches';
import { unsubscriptionView } from './read-unsubscription';
import { findUnsubscribe, type LinkFailure } from './unsubscribe-link';

/** Why a channel that its reader left by a link is silent, as its settings say it. */
const reason = 'Unsubscribed by the link in a message';

/**
 * Ends what a signed link offers to end: the digest, the watches by which the message came, or the whole channel. Done
 * again it changes nothing, since mail programs press it as often as they like.
 */
export async function unsubscribe(
  _call: Call,
  input: { token: string },
): Promise<Result<UnsubscriptionView, LinkFailure>> {
  return inTransaction(async (tx) => {
    const missing = err({ code: 'unsubscription.not-found' as const });
    const found = await findUnsubscribe(tx, input.token);
    if (!found) return missing;
    const { channel, delivery, what } = found;
    const isDone = await (what.kind === 'reasons' && channel.userId !== null && delivery?.planId
      ? endReasons(tx, what, { workspaceId: channel.workspaceId, userId: channel.userId, planId: delivery.planId })
      : silence(tx, what, channel));
    const after = await findUnsubscribe(tx, input.token);
    if (!after) return missing;
    if (isDone) await record(tx, channel, what);
    return unsubscriptionView(tx, after);
  });
}

async function endReasons(
  tx: Tx,
  { endings }: Extract<Unsubscribe, { kind: 'reasons' }>,
  whose: { readonly workspaceId: string; readonly userId: string; readonly planId: string },
): Promise<boolean> {
  const { workspaceId, userId, planId } = whose;
  for (const { act, target } of endings) {
    const { kind: targetKind, id: targetId } = parseTarget(target, planId);
    const watch = { userId, planId, targetKind, targetId };
    if (act === 'unwatch') await removeWatch(tx, workspaceId, watch);
    else await saveWatch(tx, workspaceId, { ...watch, id: newId('wa'), level: 'none', createdAt: now() });
  }
  // Watches are one's own affair and stand in no record, wherever they are changed.
  return false;
}

async function silence(tx: Tx, what: Unsubscribe, channel: Channel): Promise<boolean> {
  if (channel.state !== 'active') return false;
  const paused: ChannelPatch = { state: 'paused', stateReason: reason };
  const digest = what.kind === 'digest' ? withoutDigest(channel.pace) : paused;
  if (!digest) return false;
  return saveChannel(tx, channel.workspaceId, channel, 'state' in digest ? paused : digest);
}

async function record(tx: Tx, channel: Channel, what: Unsubscribe): Promise<void> {
  await writeAudit(tx, channel.workspaceId, {
    at: now(),
    actorId: channel.userId,
    via: 'system',
    action: 'channel.unsubscribe',
    subjectKind: 'channel',
    subjectId: channel.id,
    detail: { name: channel.name, what: what.kind, reason },
  });
}
