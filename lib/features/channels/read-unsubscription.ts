import 'server-only';
import type { UnsubscriptionView } from '@/lib/contracts/channels';
import { hasDigest } from '@/lib/domain/notify/channel';
import { type Ending, type Unsubscribe, unsubscribeWords } from '@/lib/domain/notify/unsubscribe';
import { parseTarget } from '@/lib/domain/watch/target';
import { prisma } from '@/lib/infra/db/client';
import type { Tx } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import type { Channel } from '@/lib/store/channels';
import type { Delivery } from '@/lib/store/deliveries';
import { readMember } from '@/lib/store/memberships';
import { readWatch } from '@/lib/store/watches';
import { readWorkspace } from '@/lib/store/workspaces';
import { findUnsubscribe, type LinkFailure } from './unsubscribe-link';

/** What a link in a message offers to end. Reading it changes nothing: mail programs open links by themselves. */
export async function readUnsubscription(
  _call: Call,
  input: { token: string },
): Promise<Result<UnsubscriptionView, LinkFailure>> {
  const found = await findUnsubscribe(prisma(), input.token);
  return found ? unsubscriptionView(prisma(), found) : err({ code: 'unsubscription.not-found' });
}

/** What is offered and whether it is done. */
export async function unsubscriptionView(
  tx: Tx,
  found: { readonly channel: Channel; readonly delivery: Delivery | undefined; readonly what: Unsubscribe },
): Promise<Result<UnsubscriptionView, LinkFailure>> {
  const { channel, what } = found;
  const workspace = await readWorkspace(tx, channel.workspaceId);
  if (!workspace) return err({ code: 'unsubscription.not-found' });
  const member = channel.userId === null ? undefined : await readMember(tx, channel.workspaceId, channel.userId);
  return ok({
    workspace: { slug: workspace.slug, name: workspace.name },
    person: member?.name ?? null,
    channel: channel.name,
    // Without its digest a channel that makes nothing else is silent.
    kind: what.kind === 'digest' && channel.pace === 'digest' ? 'channel' : what.kind,
    names: what.kind === 'reasons' ? what.endings.map(({ name }) => name) : [],
    words: unsubscribeWords(what, workspace.name),
    isDone: channel.state !== 'active' || (await isOver(tx, found)),
  });
}

async function isOver(
  tx: Tx,
  { channel, delivery, what }: { channel: Channel; delivery: Delivery | undefined; what: Unsubscribe },
): Promise<boolean> {
  if (what.kind === 'digest') return !hasDigest(channel.pace);
  if (what.kind === 'channel') return false;
  for (const ending of what.endings) if (!(await isEnded(tx, ending, channel, delivery?.planId ?? ''))) return false;
  return true;
}

async function isEnded(tx: Tx, { act, target }: Ending, channel: Channel, planId: string): Promise<boolean> {
  const { kind: targetKind, id: targetId } = parseTarget(target, planId);
  const userId = channel.userId ?? '';
  const watch = await readWatch(tx, channel.workspaceId, { planId, userId, targetKind, targetId });
  return act === 'unwatch' ? watch === undefined || watch.level === 'none' : watch?.level === 'none';
}
