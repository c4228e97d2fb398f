import 'server-only';
import { attemptDelivery } from '@/lib/features/channels/attempt-delivery';
import { tell } from '@/lib/features/inbox/tell';
import { sign } from '@/lib/infra/auth/seal';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { TaskPayload } from '@/lib/infra/jobs/tasks';
import { claimDeliveries } from '@/lib/store/deliveries';
import { readNotification } from '@/lib/store/notifications';
import { readRelease } from '@/lib/store/releases';
import type { Place } from '@/lib/store/store-fixture';
import { addNews } from './news';
import type { Persona, World } from './world';

/** The signed part of a link that a message about a person's news would carry. */
export async function signedLink(world: World, person: Persona, until = now().getTime() + 60_000): Promise<string> {
  const row = await readNotification(prisma(), world.workspaceId, person.userId, await addNews(world, person));
  return sign('acknowledge', JSON.stringify([world.workspaceId, person.userId, row?.subjectKey, until]));
}

/** The job that a merge leaves in the outbox for a release; its request is marked as merged where a test has not. */
export async function releaseJob(
  { workspaceId, planId, userId }: Place,
  release: number,
): Promise<TaskPayload<'tell'>> {
  const { changeRequest, createdAt } = (await readRelease(prisma(), workspaceId, planId, release)) ?? {};
  const requestId = changeRequest?.id ?? '';
  await prisma().$executeRaw`
    update change_requests set status = 'MERGED', merged_release = ${release}, merged_at = ${createdAt}
    where id = ${requestId} and status <> 'MERGED'`;
  const about = {
    requestId,
    actorId: userId,
    at: createdAt?.toISOString() ?? '',
    words: `merged it as release ${release}`,
  };
  const events = [{ ...about, type: 'change-request.merged' as const, release, itemIds: [] }];
  return { workspaceId, planId, requestId, actorId: userId, events };
}

/** Does for a merged release what its job would; it may be done again. */
export async function tellRelease(place: Place, release: number): Promise<void> {
  await tell(await releaseJob(place, release));
}

/** Sends what is due in this test's workspace, until nothing more is. @returns how many attempts were made */
export async function deliverDue(workspaceId: string): Promise<number> {
  for (let made = 0; ; ) {
    const until = new Date(now().getTime() + 30_000);
    const limits = { limit: 100, sharedLane: 'mail', perSharedLane: 5, perLane: 5 };
    const claimed = [
      ...(await claimDeliveries(prisma(), now(), until, { ...limits, failing: false })),
      ...(await claimDeliveries(prisma(), now(), until, { ...limits, failing: true })),
    ];
    const own = claimed.filter((one) => one.workspaceId === workspaceId);
    await Promise.all(own.map(({ id }) => attemptDelivery(workspaceId, id, () => true)));
    made += own.length;
    if (own.length === 0) return made;
  }
}
