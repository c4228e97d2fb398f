import 'server-only';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { readPlan } from '@/lib/store/plans';
import { askToCount, listUncounted, saveReleaseHealth } from '@/lib/store/release-health';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { lookThroughPlan } from './look-through-plan';

/** Releases of one job: the next one goes on, so that no job runs long. */
const releasesAJob = 20;

/**
 * Counts what the plans of releases lacked, oldest first, each on the day of its release; those counted are left alone.
 * The conventions and what is excused are the plan's own as they are when it is counted, which for a new release is at once.
 */
export async function countReleases({ workspaceId, planId }: { workspaceId: string; planId: string }): Promise<void> {
  const plan = await readPlan(prisma(), workspaceId, planId);
  if (!plan) return;
  const { releases, total } = await listUncounted(prisma(), workspaceId, planId, releasesAJob);
  for (const { number, createdAt } of releases) {
    const snapshot = await loadSnapshot(prisma(), workspaceId, planId, number);
    const today = createdAt.toISOString().slice(0, 10);
    const { counts } = await lookThroughPlan(plan, snapshot, today);
    await saveReleaseHealth(prisma(), workspaceId, planId, number, counts);
  }
  if (total > releases.length) await inTransaction((tx) => askToCount(tx, workspaceId, planId));
}
