import 'server-only';
import type { Prisma, Notification as Row } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { newId } from '../kit/id';
import { toJson } from './json';
import { announceInbox } from './live';
import { type Page, type PageRequest, pageFrom, placeOf } from './page';

/** One piece of news for one person. */
export interface Notification {
  readonly id: string;
  readonly userId: string;
  readonly planId: string;
  readonly changeRequestId: string | null;
  readonly release: number | null;
  readonly subjectKey: string;
  readonly reasons: readonly string[];
  /** The news in words, as of when it was written; the reader parses it. */
  readonly payload: unknown;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly readAt: Date | null;
  readonly doneAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly acknowledgedAt: Date | null;
}

/** News about to be told. */
export interface NewNotification {
  readonly userId: string;
  readonly planId: string;
  readonly changeRequestId: string | null;
  readonly release: number | null;
  /** What it is about, such as `release:pl_…:7`: one row per person and subject. */
  readonly subjectKey: string;
  readonly reasons: readonly string[];
  /** Rows that say the same may share one object, which then travels once. */
  readonly payload: unknown;
  /** When it happened: told twice it changes nothing, told of a later moment it comes back unread. */
  readonly at: Date;
}

/** Tells people: a second reason joins the first row, the same news again changes nothing, later news comes back unread. */
export async function addNotifications(tx: Tx, workspaceId: string, news: readonly NewNotification[]): Promise<void> {
  if (news.length === 0) return;
  const payloads = [...new Set(news.map(({ payload }) => payload))];
  const places = new Map(payloads.map((payload, at) => [payload, at]));
  const rows = news.map(({ at, payload, ...row }) => {
    return { ...row, id: newId('nt'), at: at.toISOString(), payload: places.get(payload) ?? 0 };
  });
  await tx.$executeRaw`
    with payloads as (
      select at - 1 as at, value from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) with ordinality as p (value, at))
    insert into notifications as n (id, workspace_id, user_id, plan_id, change_request_id, release, subject_key, reasons,
      payload, created_at, updated_at)
    select id, ${workspaceId}::text, "userId", "planId", "changeRequestId", release, "subjectKey",
      array(select json_array_elements_text(reasons)), p.value, r.at, r.at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, "userId" text, "planId" text, "changeRequestId" text,
      release int, "subjectKey" text, reasons json, payload int, at timestamptz)
    join payloads p on p.at = r.payload
    on conflict (user_id, workspace_id, subject_key) do update set
      reasons = n.reasons || array(select reason from unnest(excluded.reasons) as reason where reason <> all(n.reasons)),
      payload = case when excluded.updated_at > n.updated_at then excluded.payload else n.payload end,
      release = coalesce(excluded.release, n.release),
      read_at = case when excluded.updated_at > n.updated_at then null else n.read_at end,
      done_at = case when excluded.updated_at > n.updated_at then null else n.done_at end,
      snoozed_until = case when excluded.updated_at > n.updated_at then null else n.snoozed_until end,
      updated_at = greatest(excluded.updated_at, n.updated_at)`;
  await announceInbox(
    tx,
    workspaceId,
    news.map((one) => one.userId),
  );
}

/**
 * Tells people what is told only once, whoever tells it again and whenever: those who were told before hear nothing.
 * @returns who heard
 */
export async function addNotificationsOnce(
  tx: Tx,
  workspaceId: string,
  news: readonly NewNotification[],
): Promise<string[]> {
  const data = news.map(({ at, reasons, payload, ...row }) => ({
    ...row,
    id: newId('nt'),
    workspaceId,
    reasons: [...reasons],
    payload: toJson(payload),
    createdAt: at,
    updatedAt: at,
  }));
  const select = { userId: true } as const;
  const added = await tx.notification.createManyAndReturn({ data, skipDuplicates: true, select });
  const userIds = added.map(({ userId }) => userId);
  await announceInbox(tx, workspaceId, userIds);
  return userIds;
}

/** Which part of an inbox; absent members do not restrict. */
export interface InboxFilter {
  readonly tab: 'inbox' | 'snoozed' | 'done';
  readonly unread?: boolean | undefined;
  readonly reason?: string | undefined;
  /** Only what says of itself that it matters: somebody's turn, or numbers that change. */
  readonly important?: boolean | undefined;
  readonly planId?: string | undefined;
}

/** A person's news in a workspace, newest first. */
export async function listNotifications(
  tx: Tx,
  workspaceId: string,
  userId: string,
  filter: InboxFilter,
  request: PageRequest,
  at: Date,
): Promise<Page<Notification>> {
  const where = whereOf(workspaceId, userId, filter, at);
  const [moment, id] = placeOf(request.cursor) ?? [];
  const last = typeof moment === 'number' ? new Date(moment) : undefined;
  const after: Prisma.NotificationWhereInput =
    last && typeof id === 'string' ? { OR: [{ updatedAt: { lt: last } }, { updatedAt: last, id: { gt: id } }] } : {};
  const rows = await tx.notification.findMany({
    where: { AND: [where, after] },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: request.limit + 1,
  });
  const total = await tx.notification.count({ where });
  return pageFrom(rows, request, total, (row) => [row.updatedAt.getTime(), row.id], toNotification);
}

/** One piece of a person's news. */
export async function readNotification(
  tx: Tx,
  workspaceId: string,
  userId: string,
  id: string,
): Promise<Notification | undefined> {
  const row = await tx.notification.findFirst({ where: { id, workspaceId, userId } });
  return row ? toNotification(row) : undefined;
}

/** A person's news about a subject. */
export async function readNotificationAbout(
  tx: Tx,
  workspaceId: string,
  userId: string,
  subjectKey: string,
): Promise<Notification | undefined> {
  const row = await tx.notification.findFirst({ where: { workspaceId, userId, subjectKey } });
  return row ? toNotification(row) : undefined;
}

/** How much of a person's inbox is unread. */
export async function countUnread(tx: Tx, workspaceId: string, userId: string, at: Date): Promise<number> {
  return tx.notification.count({ where: whereOf(workspaceId, userId, { tab: 'inbox', unread: true }, at) });
}

/** What a person can do with their news; absent leaves, null takes back. */
export interface NotificationPatch {
  readonly readAt?: Date | null | undefined;
  readonly doneAt?: Date | null | undefined;
  readonly snoozedUntil?: Date | null | undefined;
  readonly acknowledgedAt?: Date | undefined;
}

/** Marks some of a person's news. @returns how many there were */
export async function markNotifications(
  tx: Tx,
  workspaceId: string,
  userId: string,
  ids: readonly string[],
  patch: NotificationPatch,
): Promise<number> {
  const data = {
    ...(patch.readAt === undefined ? {} : { readAt: patch.readAt }),
    ...(patch.doneAt === undefined ? {} : { doneAt: patch.doneAt }),
    ...(patch.snoozedUntil === undefined ? {} : { snoozedUntil: patch.snoozedUntil }),
    ...(patch.acknowledgedAt === undefined ? {} : { acknowledgedAt: patch.acknowledgedAt }),
  };
  const { count } = await tx.notification.updateMany({ where: { workspaceId, userId, id: { in: [...ids] } }, data });
  if (count > 0) await announceInbox(tx, workspaceId, [userId]);
  return count;
}

/** Ends everybody's news about a subject that is over, or one person's who has answered it; not what came at that moment or later. */
export async function settleNotifications(
  tx: Tx,
  workspaceId: string,
  subject: { readonly subjectKey: string; readonly userId?: string | undefined },
  at: Date,
): Promise<void> {
  const { subjectKey, userId } = subject;
  const rows = await tx.notification.updateManyAndReturn({
    where: {
      workspaceId,
      subjectKey,
      doneAt: null,
      updatedAt: { lt: at },
      ...(userId === undefined ? {} : { userId }),
    },
    data: { doneAt: at },
    select: { userId: true },
  });
  await announceInbox(
    tx,
    workspaceId,
    rows.map((row) => row.userId),
  );
}

/** When the first of a person's snoozed news comes back, or null when nothing sleeps. */
export async function nextSnoozed(tx: Tx, workspaceId: string, userId: string, at: Date): Promise<Date | null> {
  const where = whereOf(workspaceId, userId, { tab: 'snoozed' }, at);
  const row = await tx.notification.findFirst({
    where,
    orderBy: { snoozedUntil: 'asc' },
    select: { snoozedUntil: true },
  });
  return row?.snoozedUntil ?? null;
}

function whereOf(workspaceId: string, userId: string, filter: InboxFilter, at: Date): Prisma.NotificationWhereInput {
  const awake: Prisma.NotificationWhereInput = { OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: at } }] };
  const tabs: Record<InboxFilter['tab'], Prisma.NotificationWhereInput> = {
    inbox: { doneAt: null, ...awake },
    snoozed: { doneAt: null, snoozedUntil: { gt: at } },
    done: { doneAt: { not: null } },
  };
  return {
    AND: [
      { workspaceId, userId },
      tabs[filter.tab],
      filter.unread ? { readAt: null } : {},
      filter.reason === undefined ? {} : { reasons: { has: filter.reason } },
      filter.important ? { payload: { path: ['important'], equals: true } } : {},
      filter.planId === undefined ? {} : { planId: filter.planId },
    ],
  };
}

function toNotification(row: Row): Notification {
  const { workspaceId: _workspaceId, ...rest } = row;
  return rest;
}
