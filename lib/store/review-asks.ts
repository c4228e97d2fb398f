import 'server-only';
import type { ReviewEvent } from '../domain/review/event';
import type { Availability } from '../domain/review/suggest-reviewers';
import type { Tx } from '../infra/db/transaction';
import { listAway } from './absences';

/** Somebody who is asked to review a request. */
export interface ReviewAsk {
  readonly id: string;
  readonly userId: string;
  /** The team that was asked, of which they were chosen. */
  readonly viaTeamId: string | null;
  /** The person in whose stead they are asked. */
  readonly forUserId: string | null;
  readonly at: Date;
}

const fields = { id: true, userId: true, viaTeamId: true, forUserId: true, createdAt: true } as const;

/** Who is asked to review a request, first asked first. */
export async function listAsks(tx: Tx, workspaceId: string, changeRequestId: string): Promise<ReviewAsk[]> {
  const rows = await tx.reviewRequest.findMany({
    where: { workspaceId, changeRequestId, userId: { not: null }, removedAt: null },
    select: fields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ userId, createdAt, ...rest }) =>
    userId === null ? [] : [{ ...rest, userId, at: createdAt }],
  );
}

/** Keeps with the asks of a request what a move said about them: by whom, for which team, in whose stead. */
export async function noteAsks(
  tx: Tx,
  workspaceId: string,
  changeRequestId: string,
  events: readonly ReviewEvent[],
): Promise<void> {
  const note = (userId: string, data: { viaTeamId?: string | null; forUserId?: string; askedById?: string }) =>
    tx.reviewRequest.updateMany({ where: { workspaceId, changeRequestId, userId }, data });
  for (const event of events) {
    if (event.type === 'change-request.review-asked')
      await note(event.userId, { viaTeamId: event.viaTeamId, askedById: event.actorId });
    else if (event.type === 'change-request.review-taken') await note(event.actorId, { viaTeamId: event.viaTeamId });
    else if (event.type === 'change-request.stood-in') await note(event.by, { forUserId: event.userId });
  }
}

/** What is known of the time of a workspace's people at a moment. */
export async function readAvailability(tx: Tx, workspaceId: string, at: Date): Promise<Availability> {
  const asks = await tx.$queryRaw<{ userId: string; at: Date }[]>`
    select r.user_id as "userId", r.created_at as at from review_requests r
    join change_requests cr on cr.id = r.change_request_id and cr.workspace_id = r.workspace_id
    where r.workspace_id = ${workspaceId} and r.user_id is not null and r.removed_at is null
      and cr.status in ('IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED') and not exists (
        select from verdicts v where v.change_request_id = r.change_request_id and v.reviewer_id = r.user_id
          and v.created_at >= r.created_at)
    order by r.created_at, r.id`;
  const seen = await tx.$queryRaw<{ userId: string; at: Date }[]>`
    select s.user_id as "userId", max(s.last_seen_at) as at from sessions s
    join memberships m on m.user_id = s.user_id and m.workspace_id = ${workspaceId}
    where s.revoked_at is null group by s.user_id`;
  const openAsks = new Map<string, Date[]>();
  for (const ask of asks) openAsks.set(ask.userId, [...(openAsks.get(ask.userId) ?? []), ask.at]);
  return {
    openAsks,
    lastSeen: new Map(seen.map((one) => [one.userId, one.at])),
    away: await listAway(tx, workspaceId, at),
    at,
  };
}

/** An ask that nobody answered, with what a reminder needs to know. */
export interface UnansweredAsk extends ReviewAsk {
  readonly workspaceId: string;
  readonly planId: string;
  readonly changeRequestId: string;
  readonly number: number;
  readonly reminderDays: number;
  readonly remindedAt: Date | null;
}

/** Asks older than a day that are unanswered and of which somebody is still to be told. */
export async function listUnanswered(tx: Tx, at: Date): Promise<UnansweredAsk[]> {
  return tx.$queryRaw<UnansweredAsk[]>`
    select r.id, r.user_id as "userId", r.via_team_id as "viaTeamId", r.for_user_id as "forUserId", r.created_at as at,
      r.workspace_id as "workspaceId", cr.plan_id as "planId", cr.id as "changeRequestId", cr.number,
      coalesce(s.reminder_days, 2) as "reminderDays", r.reminded_at as "remindedAt"
    from review_requests r
    join change_requests cr on cr.id = r.change_request_id and cr.workspace_id = r.workspace_id
    join plans p on p.id = cr.plan_id and p.archived_at is null
    left join review_settings s on s.plan_id = cr.plan_id and s.workspace_id = cr.workspace_id
    where r.user_id is not null and r.removed_at is null and r.author_told_at is null
      and r.created_at <= ${new Date(at.getTime() - 86_400_000)}
      and cr.status in ('IN_REVIEW', 'CHANGES_REQUESTED') and not exists (
        select from verdicts v where v.change_request_id = r.change_request_id and v.reviewer_id = r.user_id
          and v.created_at >= r.created_at)
    order by r.created_at, r.id limit 5000`;
}

/** Notes that an ask was reminded of, or that its author was told. @returns false when another process was faster */
export async function claimReminder(
  tx: Tx,
  id: string,
  what: 'remindedAt' | 'authorToldAt',
  at: Date,
): Promise<boolean> {
  const where = { id, removedAt: null, [what]: null };
  return (await tx.reviewRequest.updateMany({ where, data: { [what]: at } })).count === 1;
}
