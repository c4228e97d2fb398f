import 'server-only';
import type { DeliveryStatus as DbStatus, Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { digestOf } from '../kit/digest';
import { type Page, type PageRequest, pageFrom, placeOf } from './page';
import { enumOf, type Word, wordOf } from './words';

export type DeliveryStatus = Word<DbStatus>;
export type DeliveryForm = 'news' | 'digest' | 'test';

/** One piece of news on its way by one channel. */
export interface Delivery {
  readonly id: string;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly userId: string | null;
  readonly planId: string | null;
  readonly form: DeliveryForm;
  readonly subjectKey: string;
  /** The reader parses it. */
  readonly payload: unknown;
  readonly status: DeliveryStatus;
  readonly statusReason: string;
  readonly attemptCount: number;
  readonly countedFrom: number;
  readonly nextAttemptAt: Date;
  readonly claimedUntil: Date | null;
  readonly happenedAt: Date;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

/** A delivery about to be recorded. */
export interface NewDelivery {
  readonly channelId: string;
  readonly userId: string | null;
  readonly planId: string | null;
  readonly form: DeliveryForm;
  readonly subjectKey: string;
  /** Rows that say the same may share one object, which then travels once. */
  readonly payload: object;
  readonly status: 'waiting' | 'pending';
  readonly nextAttemptAt: Date;
  readonly lane: string;
  readonly happenedAt: Date;
}

/** One attempt to deliver, as it went. */
export interface DeliveryAttempt {
  readonly number: number;
  readonly at: Date;
  readonly outcome: 'delivered' | 'gone' | 'failed';
  readonly status: number | null;
  readonly words: string;
  readonly durationMs: number;
}

const fields = {
  id: true,
  workspaceId: true,
  channelId: true,
  userId: true,
  planId: true,
  form: true,
  subjectKey: true,
  payload: true,
  status: true,
  statusReason: true,
  attemptCount: true,
  countedFrom: true,
  nextAttemptAt: true,
  claimedUntil: true,
  happenedAt: true,
  createdAt: true,
  settledAt: true,
} satisfies Prisma.DeliverySelect;
type Row = Prisma.DeliveryGetPayload<{ select: typeof fields }>;

/** The id of what a channel says of a subject as of a moment: always the same, so that saying it twice is noticed. */
export function deliveryId(channelId: string, subjectKey: string, happenedAt: Date): string {
  return `dl_${digestOf([channelId, subjectKey, happenedAt.toISOString()]).slice(0, 32)}`;
}

/** Records deliveries; those that are there already stay as they are. @returns how many are new */
export async function addDeliveries(tx: Tx, workspaceId: string, news: readonly NewDelivery[]): Promise<number> {
  if (news.length === 0) return 0;
  const payloads = [...new Set(news.map(({ payload }) => payload))];
  const places = new Map(payloads.map((payload, at) => [payload, at]));
  const rows = news.map(({ payload, ...row }) => ({
    ...row,
    id: deliveryId(row.channelId, row.subjectKey, row.happenedAt),
    payload: places.get(payload) ?? 0,
    status: enumOf(row.status),
  }));
  return tx.$executeRaw`
    with payloads as (
      select at - 1 as at, value from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) with ordinality as p (value, at))
    insert into deliveries (id, workspace_id, channel_id, user_id, plan_id, form, subject_key, payload, status,
      next_attempt_at, lane, happened_at)
    select r.id, ${workspaceId}, r."channelId", r."userId", r."planId", r.form, r."subjectKey", p.value,
      r.status::delivery_status, r."nextAttemptAt", r.lane, r."happenedAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, "channelId" text, "userId" text, "planId" text,
      form text, "subjectKey" text, payload int, status text, "nextAttemptAt" timestamptz, lane text, "happenedAt" timestamptz)
    join payloads p on p.at = r.payload
    on conflict (id) do nothing`;
}

/** How much may be claimed at once. */
export interface ClaimLimits {
  readonly limit: number;
  /** At a time, for the lane of this name and for each of the others, all processes together. */
  readonly sharedLane: string;
  readonly perSharedLane: number;
  readonly perLane: number;
  /** Only channels that are failing, or only those that are not. */
  readonly failing: boolean;
}

/**
 * Takes deliveries that are due for this process until `until`; another takes them after that. Oldest first, within
 * each lane's limit, so that what waits for one receiver takes nothing from the others.
 */
export async function claimDeliveries(
  tx: Tx,
  at: Date,
  until: Date,
  { limit, sharedLane, perSharedLane, perLane, failing }: ClaimLimits,
): Promise<Pick<Delivery, 'id' | 'workspaceId'>[]> {
  return tx.$queryRaw`
    with lanes as (
      select due.lane, (select count(*) from deliveries b
        where b.lane = due.lane and b.status = 'PENDING' and b.claimed_until > ${at}) as busy
      from (select distinct lane from deliveries where status = 'PENDING' and next_attempt_at <= ${at}
        and (claimed_until is null or claimed_until <= ${at})) as due
    ), chosen as (
      select one.id from lanes cross join lateral (
        select d.id, d.next_attempt_at from deliveries d
        join channels c on c.id = d.channel_id and c.state = 'ACTIVE' and (c.failing_at is not null) = ${failing}
        where d.lane = lanes.lane and d.status = 'PENDING' and d.next_attempt_at <= ${at}
          and (d.claimed_until is null or d.claimed_until <= ${at})
        order by d.next_attempt_at, d.id
        limit greatest(0, case when lanes.lane = ${sharedLane} then ${perSharedLane}::int else ${perLane}::int end - lanes.busy)
        for update of d skip locked
      ) as one
      order by one.next_attempt_at, one.id limit ${limit}
    )
    update deliveries set claimed_until = ${until} where id in (select id from chosen)
    returning id, workspace_id as "workspaceId"`;
}

/** A delivery by its id. */
export async function readDelivery(tx: Tx, workspaceId: string, id: string): Promise<Delivery | undefined> {
  const row = await tx.delivery.findFirst({ where: { id, workspaceId }, select: fields });
  return row ? toDelivery(row) : undefined;
}

/** The parts of a digest, newest first. */
export async function listParts(tx: Tx, workspaceId: string, digestId: string): Promise<Delivery[]> {
  const where = { workspaceId, digestId };
  const rows = await tx.delivery.findMany({ where, select: fields, orderBy: [{ happenedAt: 'desc' }, { id: 'asc' }] });
  return rows.map(toDelivery);
}

/** What an attempt makes of its delivery. */
export interface Settlement {
  readonly status: 'pending' | 'delivered' | 'dead' | 'skipped';
  readonly statusReason?: string;
  readonly nextAttemptAt?: Date;
}

/** Notes an attempt and what it makes of the delivery. @returns false when it is no longer this process's to say */
export async function recordAttempt(
  tx: Tx,
  delivery: Delivery,
  attempt: DeliveryAttempt,
  next: Settlement,
): Promise<boolean> {
  const { id, workspaceId } = delivery;
  if (!(await settle(tx, delivery, next, attempt.at, attempt.number))) return false;
  await tx.deliveryAttempt.create({ data: { ...attempt, deliveryId: id, workspaceId } });
  return true;
}

/** Ends a claimed delivery without an attempt. */
export async function skipDelivery(tx: Tx, delivery: Delivery, reason: string, at: Date): Promise<boolean> {
  return settle(tx, delivery, { status: 'skipped', statusReason: reason }, at, delivery.attemptCount);
}

async function settle(tx: Tx, delivery: Delivery, next: Settlement, at: Date, attemptCount: number): Promise<boolean> {
  const { id, workspaceId, claimedUntil } = delivery;
  const { count } = await tx.delivery.updateMany({
    where: { id, workspaceId, status: 'PENDING', claimedUntil },
    data: {
      status: enumOf(next.status),
      statusReason: next.statusReason ?? '',
      attemptCount,
      claimedUntil: null,
      settledAt: next.status === 'pending' ? null : at,
      ...(next.nextAttemptAt ? { nextAttemptAt: next.nextAttemptAt } : {}),
    },
  });
  return count === 1;
}

/** Gives up what a channel had still to say, since its receiver is gone. */
export async function buryDeliveries(
  tx: Tx,
  workspaceId: string,
  channelId: string,
  reason: string,
  at: Date,
): Promise<void> {
  await tx.delivery.updateMany({
    where: { workspaceId, channelId, status: { in: ['PENDING', 'WAITING'] }, form: { not: 'test' } },
    data: { status: 'DEAD', statusReason: reason, settledAt: at, claimedUntil: null },
  });
}

/** A channel's log, newest first; what waits for a digest or went into one is part of that. */
export async function listDeliveries(
  tx: Tx,
  workspaceId: string,
  channelId: string,
  request: PageRequest & { readonly status?: DeliveryStatus | undefined },
): Promise<Page<Delivery & { attempts: readonly DeliveryAttempt[] }>> {
  const where: Prisma.DeliveryWhereInput = {
    workspaceId,
    channelId,
    ...(request.status ? { status: enumOf(request.status) } : {}),
  };
  const [moment, id] = placeOf(request.cursor) ?? [];
  const last = typeof moment === 'number' ? new Date(moment) : undefined;
  const after: Prisma.DeliveryWhereInput =
    last && typeof id === 'string' ? { OR: [{ createdAt: { lt: last } }, { createdAt: last, id: { gt: id } }] } : {};
  const rows = await tx.delivery.findMany({
    where: { AND: [where, after] },
    select: { ...fields, attempts: { orderBy: { number: 'desc' }, take: 20 } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: request.limit + 1,
  });
  const total = await tx.delivery.count({ where });
  return pageFrom(
    rows,
    request,
    total,
    (row) => [row.createdAt.getTime(), row.id],
    ({ attempts, ...row }) => ({
      ...toDelivery(row),
      attempts: attempts.map(({ deliveryId: _id, workspaceId: _ws, outcome, ...attempt }) => ({
        ...attempt,
        outcome: outcome as DeliveryAttempt['outcome'],
      })),
    }),
  );
}

/** Which of a channel's deliveries are sent again. */
export interface ReplaySelection {
  readonly ids?: readonly string[] | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly statuses: readonly DeliveryStatus[];
}

/** Puts settled deliveries of a channel on their way again, with their ids. @returns how many */
export async function replayDeliveries(
  tx: Tx,
  workspaceId: string,
  channelId: string,
  selection: ReplaySelection,
  at: Date,
): Promise<number> {
  const { ids = null, since = null, until = null } = selection;
  const statuses = selection.statuses.map((status) => enumOf(status));
  return tx.$executeRaw`
    update deliveries set status = 'PENDING', status_reason = '', next_attempt_at = ${at}, counted_from = attempt_count,
      settled_at = null, claimed_until = null
    where workspace_id = ${workspaceId} and channel_id = ${channelId} and form <> 'test'
      and status::text = any(${statuses}::text[])
      and (${ids as string[] | null}::text[] is null or id = any(${ids as string[] | null}::text[]))
      and (${since}::timestamptz is null or created_at >= ${since}::timestamptz)
      and (${until}::timestamptz is null or created_at < ${until}::timestamptz)`;
}

function toDelivery(row: Row): Delivery {
  return { ...row, form: row.form as DeliveryForm, status: wordOf(row.status) };
}

/** Whether the reader of a piece of news has seen it in the app, or later news has taken its place. */
export async function isSeen(tx: Tx, { workspaceId, userId, subjectKey, happenedAt }: Delivery): Promise<boolean> {
  if (userId === null) return false;
  const row = await tx.notification.findUnique({
    where: { userId_workspaceId_subjectKey: { userId, workspaceId, subjectKey } },
    select: { updatedAt: true, readAt: true, doneAt: true },
  });
  return row !== null && (row.updatedAt > happenedAt || row.readAt !== null || row.doneAt !== null);
}

/** Removes what was settled before a moment, with its attempts. What is part of a digest was settled no later than that. */
export async function sweepDeliveries(tx: Tx, before: Date): Promise<number> {
  return tx.$executeRaw`delete from deliveries where settled_at < ${before}`;
}

/** Records a test message, claimed by who sends it. */
export async function addTest(
  tx: Tx,
  channel: { readonly id: string; readonly workspaceId: string; readonly userId: string | null },
  test: { readonly id: string; readonly at: Date; readonly claimedUntil: Date },
): Promise<Delivery> {
  const row = await tx.delivery.create({
    data: {
      id: test.id,
      workspaceId: channel.workspaceId,
      channelId: channel.id,
      userId: channel.userId,
      form: 'test',
      subjectKey: `test:${test.id}`,
      payload: {},
      status: 'PENDING',
      // Were it left behind by a crash, nobody would want it later.
      nextAttemptAt: new Date('2999-01-01T00:00:00Z'),
      claimedUntil: test.claimedUntil,
      lane: channel.id,
      happenedAt: test.at,
      createdAt: test.at,
    },
    select: fields,
  });
  return toDelivery(row);
}
