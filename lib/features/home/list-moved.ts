import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { movedUnder } from '@/lib/domain/review/assess';
import { prisma } from '@/lib/infra/db/client';
import { type ChangeRequestEntry, listChangeRequests } from '@/lib/store/change-request-list';
import { readChangeRequestsById } from '@/lib/store/change-requests';
import type { Plan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';

const openStatuses = ['draft', 'in-review', 'changes-requested', 'approved'] as const;

/** The actor's latest open requests under which the plan has moved: somebody has to say what shall stand. */
export async function listMoved({ workspaceId, userId }: Actor, plans: readonly Plan[]): Promise<ChangeRequestEntry[]> {
  const filter = { statuses: openStatuses, contributorId: userId };
  const { items } = await listChangeRequests(prisma(), workspaceId, filter, { limit: 30 });
  // What was compared with the present release cannot have been overtaken by it.
  const behind = items.filter(({ planId, baseRelease }) =>
    plans.some((plan) => plan.id === planId && plan.headRelease > baseRelease),
  );
  const requests = await readChangeRequestsById(
    prisma(),
    workspaceId,
    behind.map(({ id }) => id),
  );
  const moved: ChangeRequestEntry[] = [];
  for (const entry of behind) {
    const request = requests.get(entry.id);
    const head = plans.find(({ id }) => id === entry.planId)?.headRelease ?? 0;
    if (request && movedUnder(request, await loadSnapshot(prisma(), workspaceId, entry.planId, head)).length > 0)
      moved.push(entry);
  }
  return moved;
}
