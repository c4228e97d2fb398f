import 'server-only';
import type * as z from 'zod';
import type { ChangeRequestRow, listChangeRequestsQuerySchema } from '@/lib/contracts/change-requests';
import type { Page } from '@/lib/contracts/common';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { approversByItem, standingBlocks } from '@/lib/domain/review/approvals';
import type { World } from '@/lib/domain/review/assess';
import { personName } from '@/lib/domain/review/people';
import { summaryOf } from '@/lib/domain/significance/summary-of';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import type { LoadedChangeRequest } from '@/lib/store/change-request-json';
import { type ChangeRequestEntry, type ChangeRequestFilter, listChangeRequests } from '@/lib/store/change-request-list';
import { readChangeRequestsById } from '@/lib/store/change-requests';
import { readPlan } from '@/lib/store/plans';
import type { ReleaseSummary } from '@/lib/store/releases';
import { evaluate, ownChanges } from './evaluate';
import { type PolicyUnreadable, readWorld } from './world';

type ListQuery = z.output<typeof listChangeRequestsQuerySchema>;
type ListError = AccessDenied | PolicyUnreadable | { readonly code: 'plan.not-found' };

const openStatuses = ['draft', 'in-review', 'changes-requested', 'approved'] as const;

/** What each tab of the list shows. */
const filters: Record<ListQuery['tab'], (actor: Actor) => ChangeRequestFilter> = {
  'needs-me': ({ userId, teamIds }) => ({
    statuses: ['in-review', 'changes-requested', 'approved'],
    askedOf: { userId, teamIds },
    notContributorId: userId,
  }),
  mine: ({ userId }) => ({ contributorId: userId, statuses: openStatuses }),
  open: () => ({ statuses: openStatuses }),
  merged: () => ({ statuses: ['merged'] }),
  closed: () => ({ statuses: ['closed'] }),
};

/** Change requests of a plan, last moved first, each with what it does and what is missing. */
export async function listChangeRequestRows(
  actor: Actor,
  input: { plan: string } & ListQuery,
): Promise<Result<Page<ChangeRequestRow>, ListError>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<Page<ChangeRequestRow>, ListError>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const world = await readWorld(tx, plan);
    if (!world.ok) return world;
    const filter = { ...filters[input.tab](actor), planId: plan.id, itemId: input.item, q: input.q };
    const page = await listChangeRequests(tx, actor.workspaceId, filter, { limit: input.limit, cursor: input.cursor });
    const items: ChangeRequestRow[] = [];
    const open = page.items.filter((entry) => !entry.released).map((entry) => entry.id);
    const requests = await readChangeRequestsById(tx, actor.workspaceId, open);
    for (const entry of page.items) {
      const request = requests.get(entry.id);
      if (entry.released) items.push(releasedRow(entry, entry.released));
      else if (request) items.push(await row(tx, actor, entry, request, world.value));
      else throw new Error(`change request ${entry.id} vanished while it was listed`);
    }
    return ok({ ...page, items });
  });
}

async function row(
  tx: Tx,
  actor: Actor,
  entry: ChangeRequestEntry,
  request: LoadedChangeRequest,
  world: World,
): Promise<ChangeRequestRow> {
  const evaluation = await evaluate(tx, actor.workspaceId, request, world);
  const { breaking, meaning, additive, editorial, words } = summaryOf(ownChanges(evaluation.itemChanges));
  const approvers = new Set(
    [...approversByItem(request, world.policy, world.people).values()].flatMap((people) => [...people.keys()]),
  );
  return {
    ...always(entry),
    counts: { breaking, meaning, additive, editorial },
    summary: words,
    approvals: approvers.size,
    blocking: standingBlocks(request).map(({ reviewerId }) => ({
      id: reviewerId,
      name: personName(world.people, reviewerId),
    })),
    missing: evaluation.requirements.filter((requirement) => !requirement.met).map((requirement) => requirement.words),
    conflicts: evaluation.movedItemIds.length,
  };
}

/** A merged request as its release remembers it: nothing about it can change any more, so nothing is worked out again. */
function releasedRow(entry: ChangeRequestEntry, { counts, words }: ReleaseSummary): ChangeRequestRow {
  const summary = words.slice(0, 3).join('; ');
  return { ...always(entry), counts: { ...counts }, summary, approvals: 0, blocking: [], missing: [], conflicts: 0 };
}

function always(entry: ChangeRequestEntry) {
  return {
    id: entry.id,
    number: entry.number,
    title: entry.title,
    status: entry.status,
    origin: entry.origin,
    author: entry.author,
    changes: entry.changeCount,
    unresolvedThreads: entry.unresolvedThreads,
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
  };
}
