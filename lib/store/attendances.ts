import 'server-only';
import type { Tab } from '../domain/review/attendance';
import type { Tx } from '../infra/db/transaction';

/** A change request as those who are in it name it. */
export interface AttendedRequest {
  readonly id: string;
  readonly planId: string;
  readonly planSlug: string;
  readonly number: number;
}

/** Finds a request by its plan's slug or id and its number, and reads nothing of it. */
export async function findAttendedRequest(
  tx: Tx,
  workspaceId: string,
  at: { readonly plan: string; readonly number: number },
): Promise<AttendedRequest | undefined> {
  const row = await tx.changeRequest.findFirst({
    where: { workspaceId, number: at.number, plan: { workspaceId, OR: [{ slug: at.plan }, { id: at.plan }] } },
    select: { id: true, planId: true, number: true, plan: { select: { slug: true } } },
  });
  return row ? { id: row.id, planId: row.planId, planSlug: row.plan.slug, number: row.number } : undefined;
}

/** Tabs of one person in one request that are kept. */
const mostTabs = 12;

/**
 * Notes where a tab is by now and forgets what is gone: tabs silent since `goneBefore`, and all but a person's latest.
 * @returns whether others see anything new
 */
export async function keepAttendance(
  tx: Tx,
  workspaceId: string,
  request: AttendedRequest,
  tab: { userId: string; tab: string; itemId: string | null; isEditing: boolean; seenAt: Date; goneBefore: Date },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    with before as (
      select 1 from attendances
      where change_request_id = ${request.id} and user_id = ${tab.userId} and tab = ${tab.tab}
        and item_id is not distinct from ${tab.itemId} and is_editing = ${tab.isEditing} and seen_at > ${tab.goneBefore}
    ), swept as (
      delete from attendances
      where change_request_id = ${request.id} and (user_id, tab) <> (${tab.userId}, ${tab.tab})
        and (seen_at <= ${tab.goneBefore} or user_id = ${tab.userId} and tab in (
          select tab from attendances
          where change_request_id = ${request.id} and user_id = ${tab.userId} and tab <> ${tab.tab}
          order by seen_at desc, tab offset ${mostTabs - 1}::int))
    ), kept as (
      insert into attendances (change_request_id, plan_id, workspace_id, user_id, tab, item_id, is_editing, seen_at)
      values (${request.id}, ${request.planId}, ${workspaceId}, ${tab.userId}, ${tab.tab}, ${tab.itemId}, ${tab.isEditing}, ${tab.seenAt})
      on conflict (change_request_id, user_id, tab) do update
        set item_id = excluded.item_id, is_editing = excluded.is_editing, seen_at = excluded.seen_at
    )
    select exists (select 1 from before) as same`;
  return row?.same !== true;
}

/** Forgets a tab that was closed. @returns whether it was there */
export async function removeAttendance(
  tx: Tx,
  workspaceId: string,
  request: AttendedRequest,
  tab: { userId: string; tab: string },
): Promise<boolean> {
  const where = { workspaceId, changeRequestId: request.id, userId: tab.userId, tab: tab.tab };
  return (await tx.attendance.deleteMany({ where })).count > 0;
}

/** Tabs of one request that are read: more people than anybody could make out are not told apart. */
const mostShown = 500;

/** The tabs that said since a moment that they show a request, of people who are members still. */
export async function listAttendances(tx: Tx, workspaceId: string, requestId: string, seenAfter: Date): Promise<Tab[]> {
  const rows = await tx.attendance.findMany({
    where: {
      ...{ workspaceId, changeRequestId: requestId, seenAt: { gt: seenAfter } },
      user: { memberships: { some: { workspaceId } } },
    },
    select: { userId: true, itemId: true, isEditing: true, seenAt: true, user: { select: { name: true } } },
    orderBy: { seenAt: 'desc' },
    take: mostShown,
  });
  return rows.map(({ user, ...row }) => ({ ...row, name: user.name }));
}

/** Removes, in every workspace, tabs that fell silent before a moment. */
export async function sweepAttendances(tx: Tx, before: Date): Promise<number> {
  return (await tx.attendance.deleteMany({ where: { seenAt: { lte: before } } })).count;
}
