import 'server-only';
import { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { type Page, type PageRequest, pageFrom, placeOf } from './page';

/** Whose activity: that of a plan, of one of its items, or of a person. */
export type ActivityScope =
  | { readonly type: 'plan'; readonly planId: string }
  | { readonly type: 'item'; readonly planId: string; readonly itemId: string }
  | { readonly type: 'person'; readonly userId: string };

/** A state change that is told as activity. */
export interface ActivityRecord {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What was done, of these actions only, the latest first. */
export async function listActivity(
  tx: Tx,
  workspaceId: string,
  request: PageRequest & { readonly scope: ActivityScope; readonly actions: readonly string[] },
): Promise<Page<ActivityRecord>> {
  const [at, seq] = placeOf(request.cursor) ?? [];
  const where = Prisma.sql`e.workspace_id = ${workspaceId} and e.action = any(${request.actions}::text[])
    and ${within(workspaceId, request.scope)}`;
  const older =
    typeof at === 'string' && typeof seq === 'number' && !Number.isNaN(Date.parse(at))
      ? Prisma.sql`and (e.at, e.seq) < (${new Date(at)}, ${seq})`
      : Prisma.empty;
  const rows = await tx.$queryRaw<ActivityRecord[]>`
    select e.seq, e.at, e.actor_id as "actorId", e.action, e.subject_kind as "subjectKind",
      e.subject_id as "subjectId", e.detail
    from audit_entries e where ${where} ${older}
    order by e.at desc, e.seq desc limit ${request.limit + 1}`;
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from audit_entries e where ${where}`;
  return pageFrom(
    rows,
    request,
    counted?.total ?? 0,
    (row) => [row.at.toISOString(), row.seq],
    (row) => row,
  );
}

/** Whether somebody ever changed anything in a workspace, also one who has left it. */
export async function hasActed(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  return (await tx.auditEntry.findFirst({ where: { workspaceId, actorId: userId }, select: { seq: true } })) !== null;
}

function within(workspaceId: string, scope: ActivityScope): Prisma.Sql {
  switch (scope.type) {
    case 'person':
      return Prisma.sql`e.actor_id = ${scope.userId}`;
    case 'plan':
      return Prisma.sql`(
        (e.subject_kind = 'change-request' and e.subject_id in (
          select r.id from change_requests r where r.workspace_id = ${workspaceId} and r.plan_id = ${scope.planId}))
        or (e.subject_kind = 'plan' and e.subject_id = ${scope.planId})
        or (e.subject_kind in ('announcement', 'item') and e.detail->>'planId' = ${scope.planId}))`;
    case 'item':
      // A request that touches the item is about it as a whole; what was done to some of its items only to those.
      return Prisma.sql`(
        (e.subject_kind = 'change-request'
          and e.subject_id in (
            select c.change_request_id from changes c where c.workspace_id = ${workspaceId} and c.item_id = ${scope.itemId})
          and (coalesce(json_array_length(e.detail->'itemIds'), 0) = 0 or ${scope.itemId} in (
            select json_array_elements_text(e.detail->'itemIds')))
          and coalesce(e.detail->>'itemId', ${scope.itemId}) = ${scope.itemId})
        or (e.subject_kind = 'change-request' and e.detail->>'consumerId' = ${scope.itemId}
          and e.subject_id in (select a.change_request_id from acknowledgements a
            where a.workspace_id = ${workspaceId} and a.item_id = ${scope.itemId}))
        or (e.subject_kind = 'item' and e.subject_id = ${scope.itemId})
        or (e.subject_kind = 'announcement' and e.detail->>'itemId' = ${scope.itemId}))`;
  }
}
