import 'server-only';
import type { AttemptView } from '@/lib/contracts/channels';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { Bucket } from '@/lib/infra/http/bucket';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { markFailing } from '@/lib/store/channels';
import { addTest, recordAttempt } from '@/lib/store/deliveries';
import { attemptOf, prepare } from './attempt-delivery';
import type { SettingsInvalid } from './check-settings';
import { type ChannelMissing, findManaged } from './find-channel';
import { pushChannel } from './outside';

type Failure =
  | AccessDenied
  | ChannelMissing
  | SettingsInvalid
  | { readonly code: 'request.too-many'; readonly retryAfterMs: number };

const tests = new Bucket(10);
const leaseMs = 30_000;

/** Sends a test message by a channel at once and tells how it went. It is tried once, and nobody else is told. */
export async function testChannel(actor: Actor, input: { id: string }): Promise<Result<AttemptView, Failure>> {
  const allowed = can(actor, 'channel.create');
  if (!allowed.ok) return allowed;
  const found = await findManaged(prisma(), actor, input.id);
  if (!found.ok) return found;
  const channel = found.value;
  if (!pushChannel(channel.type))
    return err({ code: 'channel.invalid', detail: 'A feed is read, not sent: open its address in a feed reader.' });
  const retryAfterMs = tests.take(actor.userId, now().getTime());
  if (retryAfterMs > 0) return err({ code: 'request.too-many', retryAfterMs });
  const at = now();
  const claimedUntil = new Date(at.getTime() + leaseMs);
  const id = newId('dl');
  const delivery = await addTest(prisma(), channel, { id, at, claimedUntil });
  const prepared = await prepare(delivery, channel);
  const ready = prepared.kind === 'skip' ? ({ kind: 'dead', reason: prepared.reason } as const) : prepared;
  const { sent, isFinal: _isFinal, ...attempt } = await attemptOf(delivery, ready);
  const isDelivered = sent.outcome.kind === 'delivered';
  await inTransaction(async (tx) => {
    await recordAttempt(tx, delivery, attempt, {
      status: isDelivered ? 'delivered' : 'dead',
      statusReason: isDelivered ? '' : sent.words,
    });
    if (isDelivered) await markFailing(tx, channel.workspaceId, channel.id, null);
  });
  return ok({ ...attempt, at: attempt.at.toISOString() });
}
