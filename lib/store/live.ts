import 'server-only';
import type { Tx } from '../infra/db/transaction';
import { liveChannel } from '../infra/live/hub';

/** What is announced of an entry of the record of changes. */
export interface LiveRecord {
  readonly seq: number;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Tells the open screens of a workspace, when the transaction commits, that something changed. */
export async function announceChanges(tx: Tx, workspaceId: string, records: readonly LiveRecord[]): Promise<void> {
  const rows = records.map(({ seq, action, subjectKind, subjectId, detail }) => ({
    ...{ seq, action, subjectKind, subjectId },
    planId: typeof detail.planId === 'string' ? detail.planId : null,
    number: typeof detail.number === 'number' ? detail.number : null,
  }));
  await tx.$executeRaw`
    select pg_notify(${liveChannel}, json_build_object('workspaceId', ${workspaceId}::text, 'seq', r.seq,
      'action', r.action, 'number', r.number, 'userIds', null, 'plan', (
        select slug from plans where workspace_id = ${workspaceId} and id = coalesce(r."planId",
          case r."subjectKind" when 'plan' then r."subjectId" when 'change-request' then (
            select plan_id from change_requests where workspace_id = ${workspaceId} and id = r."subjectId") end)
      ))::text)
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (seq int, action text, "subjectKind" text,
      "subjectId" text, "planId" text, number int)
    order by r.seq`;
}

/** Tells people who are in a change request that somebody came, went, or is at another item of it by now. */
export async function announceAttendance(
  tx: Tx,
  workspaceId: string,
  request: { readonly planSlug: string; readonly number: number },
  people: readonly { readonly id: string }[],
): Promise<void> {
  const about = { action: 'attendance.change', plan: request.planSlug, number: request.number };
  await announceTo(
    tx,
    workspaceId,
    about,
    people.map(({ id }) => id),
  );
}

/** People in one announcement: PostgreSQL takes 8,000 bytes, an id has about thirty. */
const peopleAtOnce = 200;

/** Tells the open screens of some people, when the transaction commits, that their inbox changed. */
export async function announceInbox(tx: Tx, workspaceId: string, userIds: readonly string[]): Promise<void> {
  await announceTo(tx, workspaceId, { action: 'inbox.update', plan: null, number: null }, [...new Set(userIds)]);
}

/** Announces to some people what the record of changes does not hold. */
async function announceTo(
  tx: Tx,
  workspaceId: string,
  about: { readonly action: string; readonly plan: string | null; readonly number: number | null },
  people: readonly string[],
): Promise<void> {
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    const payload = { workspaceId, seq: null, ...about, userIds: people.slice(from, from + peopleAtOnce) };
    await tx.$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(payload)})`;
  }
}
