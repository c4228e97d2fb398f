import 'server-only';
import type { ItemKind } from '../domain/plan/kinds/define';
import type { Significance } from '../domain/plan/significance';
import type { RolloutFacts, RolloutState } from '../domain/rollout/rollout';
import { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { newId } from '../kit/id';

/** How the change of one release to one item stands in one source. */
export interface RolloutCell extends RolloutFacts {
  readonly release: number;
  readonly itemId: string;
  readonly sourceId: string;
  /** How often it was set. */
  readonly step: number;
  readonly by: string;
  readonly at: Date;
}

/** How everything stands that was ever set, of a release, an item or a source of a plan. */
export async function listRollout(
  tx: Tx,
  workspaceId: string,
  planId: string,
  of: { readonly release?: number; readonly itemId?: string; readonly sourceId?: string },
): Promise<RolloutCell[]> {
  const rows = await tx.rolloutStep.findMany({
    where: { planId, workspaceId, ...of },
    orderBy: [{ release: 'asc' }, { itemId: 'asc' }, { sourceId: 'asc' }, { step: 'desc' }],
    distinct: ['release', 'itemId', 'sourceId'],
  });
  return rows.map(({ state, releasedOn, seenOn, byUserId, createdAt, ...row }) => ({
    ...{ release: row.release, itemId: row.itemId, sourceId: row.sourceId, step: row.step },
    ...{ version: row.version, note: row.note },
    state: state as RolloutState,
    releasedOn: dayOf(releasedOn),
    seenOn: dayOf(seenOn),
    by: byUserId,
    at: createdAt,
  }));
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Locks what was set for a release, so that steps are counted one by one. @returns false when there is no such release */
export async function lockRollout(tx: Tx, workspaceId: string, planId: string, release: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select number from releases
    where plan_id = ${planId} and number = ${release} and workspace_id = ${workspaceId} for no key update`;
  return rows.length === 1;
}

/** Writes steps; nothing is ever edited. */
export async function addRolloutSteps(
  tx: Tx,
  workspaceId: string,
  place: { readonly planId: string; readonly release: number; readonly byUserId: string; readonly createdAt: Date },
  steps: readonly (RolloutFacts & { readonly itemId: string; readonly sourceId: string; readonly step: number })[],
): Promise<void> {
  const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));
  const data = steps.map(({ itemId, sourceId, step, state, version, releasedOn, seenOn, note }) => ({
    ...{ id: newId('ro'), workspaceId, ...place, itemId, sourceId, step, state, version, note },
    ...{ releasedOn: date(releasedOn), seenOn: date(seenOn) },
  }));
  await tx.rolloutStep.createMany({ data });
}

/** A change of an item that a release brought. */
export interface ReleasedChange {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly name: string;
  readonly operation: 'added' | 'changed' | 'removed';
  readonly significance: Significance;
  readonly release: number;
  readonly at: Date;
  readonly number: number;
  readonly title: string;
  /** The lifecycle it was written with. */
  readonly lifecycle: string | null;
  /** Of an event: the sources it names, and those it named before. */
  readonly sources: readonly string[] | null;
  readonly sourcesBefore: readonly string[] | null;
}

const shape = Prisma.sql`
  r.item_id as "itemId", r.kind, case when r.namespace is null then r.name else r.namespace || '/' || r.name end as name,
  l.number as release, l.created_at as at, cr.number, cr.title, r.content->'lifecycle'->>'state' as lifecycle,
  r.content->'sources' as sources`;
const joined = Prisma.sql`
  join change_requests cr on cr.id = l.change_request_id and cr.workspace_id = l.workspace_id`;

/** What releases did to events and properties, oldest first; wording left out, removals in. */
export async function listReleasedChanges(
  tx: Tx,
  workspaceId: string,
  planId: string,
  of: { readonly release: number } | { readonly itemIds: readonly string[] },
): Promise<ReleasedChange[]> {
  const which =
    'release' in of ? Prisma.sql`l.number = ${of.release}` : Prisma.sql`r.item_id = any(${[...of.itemIds]}::text[])`;
  return tx.$queryRaw<ReleasedChange[]>`
    select ${shape}, r.significance,
      (select b.content->'sources' from revisions b where b.item_id = r.item_id and b.to_release = r.from_release)
        as "sourcesBefore",
      case when exists (select from revisions b where b.item_id = r.item_id and b.to_release = r.from_release)
        then 'changed' else 'added' end as operation
    from revisions r
    join releases l on l.plan_id = r.plan_id and l.number = r.from_release ${joined}
    where r.plan_id = ${planId} and r.workspace_id = ${workspaceId} and r.kind in ('event', 'property')
      and r.significance <> 'editorial' and ${which}
    union all
    select ${shape}, 'breaking' as significance, null::json as "sourcesBefore", 'removed' as operation
    from revisions r
    join releases l on l.plan_id = r.plan_id and l.number = r.to_release ${joined}
    where r.plan_id = ${planId} and r.workspace_id = ${workspaceId} and r.kind in ('event', 'property')
      and not exists (select from revisions n where n.item_id = r.item_id and n.from_release = r.to_release) and ${which}
    order by release, kind, name`;
}

/** Events that a source sent until they were removed. */
export async function listRemovedEventsOf(
  tx: Tx,
  workspaceId: string,
  planId: string,
  sourceId: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ itemId: string }[]>`
    select distinct r.item_id as "itemId" from revisions r
    where r.plan_id = ${planId} and r.workspace_id = ${workspaceId} and r.kind = 'event' and r.to_release is not null
      and r.content::jsonb->'sources' @> jsonb_build_array(${sourceId}::text)
      and not exists (select from revisions n where n.item_id = r.item_id and n.from_release >= r.to_release)`;
  return rows.map(({ itemId }) => itemId);
}
