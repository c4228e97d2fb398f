import 'server-only';
import type { PushChannel, Sent } from '@/lib/adapters/channels/define';
import type { Notice } from '@/lib/domain/notify/notice';
import { nextStep } from '@/lib/domain/notify/retry';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { type Channel, disableChannel, markFailing, readChannel } from '@/lib/store/channels';
import {
  buryDeliveries,
  type Delivery,
  type DeliveryAttempt,
  isSeen,
  listParts,
  readDelivery,
  recordAttempt,
  type Settlement,
  skipDelivery,
} from '@/lib/store/deliveries';
import { readMember, readStanding } from '@/lib/store/memberships';
import { readPlan } from '@/lib/store/plans';
import { readWorkspace } from '@/lib/store/workspaces';
import { buildNotice } from './build-notice';
import { openSettings, validSecrets } from './channel-settings';
import { outside, pushChannel } from './outside';
import { tellOwner } from './tell-owner';

/** What is ready to be sent, or why it will not be. */
type Prepared =
  | {
      readonly kind: 'ready';
      readonly adapter: PushChannel;
      readonly notice: Notice;
      readonly settings: object;
      readonly secrets: readonly string[];
    }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'dead'; readonly reason: string };

/** Makes one attempt at a delivery that this process has claimed, and notes what came of it. */
export async function attemptDelivery(
  workspaceId: string,
  id: string,
  isClaimed: (delivery: Delivery) => boolean,
): Promise<void> {
  const db = prisma();
  const delivery = await readDelivery(db, workspaceId, id);
  if (delivery?.status !== 'pending' || !isClaimed(delivery)) return;
  const channel = await readChannel(db, workspaceId, delivery.channelId);
  const prepared: Prepared = channel
    ? await prepare(delivery, channel)
    : { kind: 'skip', reason: 'The channel was removed' };
  if (prepared.kind === 'skip') {
    await inTransaction((tx) => skipDelivery(tx, delivery, prepared.reason, now()));
    return;
  }
  if (!channel) return;
  const attempt = await attemptOf(delivery, prepared);
  await note(delivery, channel, attempt);
}

/** Sends what was prepared; whatever goes wrong is an attempt that failed. */
export async function attemptOf(
  delivery: Pick<Delivery, 'attemptCount'>,
  prepared: Exclude<Prepared, { kind: 'skip' }>,
): Promise<DeliveryAttempt & { sent: Sent; isFinal: boolean }> {
  const at = now();
  const begun = performance.now();
  const sent = await sendPrepared(prepared);
  return {
    number: delivery.attemptCount + 1,
    at,
    outcome: sent.outcome.kind,
    status: sent.status,
    words: sent.words,
    durationMs: Math.round(performance.now() - begun),
    sent,
    isFinal: prepared.kind === 'dead',
  };
}

async function sendPrepared(prepared: Exclude<Prepared, { kind: 'skip' }>): Promise<Sent> {
  const failed = (words: string): Sent => ({ outcome: { kind: 'failed' }, status: null, words });
  if (prepared.kind === 'dead') return failed(prepared.reason);
  const { adapter, notice, settings, secrets } = prepared;
  try {
    return await adapter.send(adapter.render(notice), settings, outside(), { secrets });
  } catch (error) {
    return failed(error instanceof Error ? error.message.slice(0, 300) : 'It failed');
  }
}

/** Asks again, at the moment of sending, whether its reader may and needs to know. */
export async function prepare(delivery: Delivery, channel: Channel): Promise<Prepared> {
  const db = prisma();
  const { workspaceId } = delivery;
  const adapter = pushChannel(channel.type);
  if (!adapter) return { kind: 'dead', reason: 'This kind of channel is not known here' };
  const workspace = await readWorkspace(db, workspaceId);
  if (!workspace) return { kind: 'skip', reason: 'The workspace is gone' };
  if (channel.userId !== null && !(await readStanding(db, workspaceId, channel.userId)))
    return { kind: 'skip', reason: 'Its reader is no longer a member' };
  if (delivery.form === 'news' && (await isOver(delivery))) return { kind: 'skip', reason: 'The plan was archived' };
  if (delivery.form === 'news' && (await isSeen(db, delivery)))
    return { kind: 'skip', reason: 'Its reader has seen it in the app' };
  const parts = delivery.form === 'digest' ? await listParts(db, workspaceId, delivery.id) : [];
  const notice = buildNotice(delivery, { channel, workspace, parts });
  if (!notice) return { kind: 'dead', reason: 'What was stored of it cannot be read' };
  const opened = openSettings(channel);
  const own = channel.userId !== null && channel.sealed === null && adapter.forEveryone;
  if (!opened && !own)
    return { kind: 'dead', reason: 'Its address cannot be read: this instance has another secret now' };
  const member = own ? await readMember(db, workspaceId, channel.userId ?? '') : undefined;
  return {
    kind: 'ready',
    adapter,
    notice,
    settings: opened?.settings ?? { address: member?.email ?? '' },
    secrets: opened ? validSecrets(opened, now()) : [],
  };
}

async function isOver({ workspaceId, planId }: Delivery): Promise<boolean> {
  const plan = planId === null ? undefined : await readPlan(prisma(), workspaceId, planId);
  return plan !== undefined && plan.archivedAt !== null;
}

async function note(
  delivery: Delivery,
  channel: Channel,
  attempt: DeliveryAttempt & { sent: Sent; isFinal: boolean },
): Promise<void> {
  const { sent, isFinal, ...row } = attempt;
  const { workspaceId } = delivery;
  const tries = row.number - delivery.countedFrom;
  const next = isFinal ? ({ kind: 'dead' } as const) : nextStep(sent.outcome, tries, now(), Math.random());
  const settlement: Record<typeof next.kind, Settlement> = {
    delivered: { status: 'delivered' },
    retry: { status: 'pending', ...(next.kind === 'retry' ? { nextAttemptAt: next.at } : {}) },
    dead: { status: 'dead', statusReason: sent.words },
    disable: { status: 'dead', statusReason: sent.words },
  };
  await inTransaction(async (tx) => {
    if (!(await recordAttempt(tx, delivery, row, settlement[next.kind]))) return;
    await markFailing(tx, workspaceId, channel.id, next.kind === 'delivered' ? null : row.at);
    if (next.kind === 'disable') {
      await disableChannel(tx, workspaceId, channel.id, sent.words);
      await buryDeliveries(tx, workspaceId, channel.id, sent.words, row.at);
    }
    if (next.kind === 'dead' || next.kind === 'disable') await tellOwner(tx, delivery, channel, sent.words, row.at);
  });
}
