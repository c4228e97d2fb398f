import 'server-only';
import type { ActivityEntry } from '@/lib/contracts/activity';
import { activityOf } from '@/lib/domain/activity/activity';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import type { Tx } from '@/lib/infra/db/transaction';
import type { ActivityRecord } from '@/lib/store/activity';
import { type ChangeRequestRef, readChangeRequestRefs } from '@/lib/store/change-request-refs';
import { listPlans, type Plan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readNames } from '@/lib/store/users';

interface Around {
  readonly names: ReadonlyMap<string, string>;
  readonly requests: ReadonlyMap<string, ChangeRequestRef>;
  readonly plans: readonly Plan[];
  readonly snapshots: ReadonlyMap<string, Snapshot>;
}

/** Records as entries that a screen can show: with names, titles and where they lead. */
export async function entriesOf(
  tx: Tx,
  workspaceId: string,
  records: readonly ActivityRecord[],
): Promise<ActivityEntry[]> {
  const people = [...new Set(records.flatMap(({ actorId }) => actorId ?? []))];
  const requestIds = records.flatMap(({ subjectKind, subjectId }) =>
    subjectKind === 'change-request' ? subjectId : [],
  );
  const [names, requests, plans] = await Promise.all([
    readNames(tx, people),
    readChangeRequestRefs(tx, workspaceId, [...new Set(requestIds)]),
    listPlans(tx, workspaceId, { archived: true }),
  ]);
  const snapshots = new Map<string, Snapshot>();
  for (const record of records) {
    const plan = itemIdOf(record) === null ? undefined : plans.find(({ id }) => id === record.detail.planId);
    if (plan && !snapshots.has(plan.id))
      snapshots.set(plan.id, await loadSnapshot(tx, workspaceId, plan.id, plan.headRelease));
  }
  return records.flatMap((record) => entryOf(record, { names, requests, plans, snapshots }) ?? []);
}

function entryOf(record: ActivityRecord, around: Around): ActivityEntry | undefined {
  const { seq, at, actorId, action, subjectId, subjectKind, detail } = record;
  const told = activityOf(action, detail);
  const request = around.requests.get(subjectId);
  const plan = around.plans.find((one) =>
    request ? one.slug === request.planSlug : one.id === (subjectKind === 'plan' ? subjectId : detail.planId),
  );
  if (!told || !plan) return undefined;
  const item = around.snapshots.get(plan.id)?.items.get(itemIdOf(record) ?? '');
  return {
    id: String(seq),
    at: at.toISOString(),
    who: actorId === null ? null : { id: actorId, name: around.names.get(actorId) ?? 'Somebody' },
    ...told,
    plan: { slug: plan.slug, name: plan.name },
    about: request
      ? { type: 'change-request', number: request.number, title: request.title, status: request.status }
      : item
        ? { type: 'item', item: mentionOf(item) }
        : { type: 'plan' },
    release: typeof detail.release === 'number' ? detail.release : null,
  };
}

/** The item that an entry is about where it is not about a request. */
function itemIdOf({ subjectKind, subjectId, detail }: ActivityRecord): string | null {
  if (subjectKind === 'item') return subjectId;
  return subjectKind === 'announcement' && typeof detail.itemId === 'string' ? detail.itemId : null;
}
