import 'server-only';
import type { Excuses, Suppression } from '../domain/conventions/excuse';
import type { ConventionSettings, RuleId } from '../domain/conventions/settings';
import type { Snapshot } from '../domain/plan/snapshot';
import { now } from '../infra/clock';
import type { Tx } from '../infra/db/transaction';

/** A suppression with how it came about and ended. */
export interface StoredSuppression extends Suppression {
  readonly byName: string;
  readonly at: Date;
  readonly revokedAt: Date | null;
  readonly revokedByName: string | null;
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const named = { select: { name: true } } as const;

/** Excuses one rule on one item. */
export async function createSuppression(
  tx: Tx,
  workspaceId: string,
  { by, until, at, ...rest }: Suppression & { readonly planId: string; readonly at: Date },
): Promise<void> {
  const data = { ...rest, workspaceId, createdById: by, createdAt: at, until: new Date(until) };
  await tx.findingSuppression.createMany({ data: [data] });
}

/** Ends a suppression that is not ended. @returns false when it was */
export async function revokeSuppression(
  tx: Tx,
  workspaceId: string,
  id: string,
  end: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const where = { id, workspaceId, revokedAt: null };
  const data = { revokedAt: end.at, revokedById: end.by };
  return (await tx.findingSuppression.updateMany({ where, data })).count === 1;
}

/** All that was ever excused in a plan, the latest first. */
export async function listSuppressions(
  tx: Tx,
  workspaceId: string,
  planId: string,
  where: { readonly id?: string } = {},
): Promise<StoredSuppression[]> {
  const rows = await tx.findingSuppression.findMany({
    where: { ...where, planId, workspaceId },
    include: { createdBy: named, revokedBy: named },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 1_000,
  });
  return rows.map(({ id, itemId, rule, reason, createdById, createdBy, createdAt, until, revokedAt, revokedBy }) => ({
    ...{ id, itemId, reason, revokedAt },
    rule: rule as RuleId,
    by: createdById,
    byName: createdBy.name,
    at: createdAt,
    until: dayOf(until),
    revokedByName: revokedBy?.name ?? null,
  }));
}

/** What excuses findings in a plan today. */
export async function readExcuses(
  tx: Tx,
  workspaceId: string,
  head: Snapshot,
  { grandfatherBefore }: ConventionSettings,
): Promise<Excuses> {
  const rows = await tx.findingSuppression.findMany({
    where: { planId: head.planId, workspaceId, revokedAt: null, until: { gte: new Date(dayOf(now())) } },
    orderBy: { id: 'asc' },
  });
  return {
    suppressions: rows.map(({ id, itemId, rule, reason, createdById, until }) => ({
      ...{ id, itemId, reason, by: createdById },
      rule: rule as RuleId,
      until: dayOf(until),
    })),
    olderItemIds: grandfatherBefore === null ? none : await olderThan(tx, workspaceId, head, grandfatherBefore),
  };
}

const none: ReadonlySet<string> = new Set();

// Which items of a release are older than a day never changes, so it is kept with the release's snapshot.
const kept = new WeakMap<Snapshot, Map<string, ReadonlySet<string>>>();

async function olderThan(tx: Tx, workspaceId: string, head: Snapshot, day: string): Promise<ReadonlySet<string>> {
  const days = kept.get(head) ?? new Map<string, ReadonlySet<string>>();
  kept.set(head, days);
  const known = days.get(day);
  if (known) return known;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct r.item_id as id from revisions r
    join releases l on l.plan_id = r.plan_id and l.number = r.from_release and l.workspace_id = r.workspace_id
    where r.plan_id = ${head.planId} and r.workspace_id = ${workspaceId} and l.created_at < ${new Date(day)}`;
  const ids = new Set(rows.map(({ id }) => id));
  days.set(day, ids);
  return ids;
}

/** Whether somebody has a hand in an open request that changes an item. */
export async function contributesToOpen(
  tx: Tx,
  workspaceId: string,
  { planId, itemId, userId }: { readonly planId: string; readonly itemId: string; readonly userId: string },
): Promise<boolean> {
  const status = { notIn: ['MERGED', 'CLOSED'] as ('MERGED' | 'CLOSED')[] };
  const touches = { changes: { some: { itemId } }, contributors: { some: { userId } } };
  return (await tx.changeRequest.count({ where: { workspaceId, planId, status, ...touches } })) > 0;
}

/** What items that are not in the plan are called where they are proposed. */
export async function listProposedNames(
  tx: Tx,
  workspaceId: string,
  itemIds: readonly string[],
): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx.change.findMany({
    where: { workspaceId, itemId: { in: [...itemIds] } },
    select: { itemId: true, name: true },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(rows.map(({ itemId, name }) => [itemId, name]));
}
