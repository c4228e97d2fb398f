import 'server-only';
import { hasDigest } from '@/lib/domain/notify/channel';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { readChannel } from '@/lib/store/channels';
import { type DueDigest, gatherDigest, listDueDigests, skipParts, takeWaiting } from '@/lib/store/digests';

const atATime = 500;

/** Makes a delivery of what waits for each digest that is due; what its reader has seen meanwhile is left out. */
export async function gatherDigests(): Promise<void> {
  for (;;) {
    const due = await listDueDigests(prisma(), now(), atATime);
    for (const one of due) await gather(one);
    if (due.length < atATime) return;
  }
}

async function gather(due: DueDigest): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    const waiting = await takeWaiting(tx, due, at);
    const channel = await readChannel(tx, due.workspaceId, due.channelId);
    const isSilent = channel?.state !== 'active' || !hasDigest(channel.pace);
    const unsaid = waiting.filter(({ isSeen }) => isSilent || isSeen);
    const reason = isSilent
      ? 'The channel is paused, or makes no digest any more'
      : 'Its reader has seen it in the app';
    await skipParts(
      tx,
      due.workspaceId,
      unsaid.map(({ id }) => id),
      reason,
      at,
    );
    const parts = waiting.filter((part) => !unsaid.includes(part));
    if (parts.length === 0) return;
    await gatherDigest(tx, due, parts, at);
    await addJob(tx, 'deliver', {});
  });
}
