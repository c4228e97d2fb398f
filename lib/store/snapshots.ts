import 'server-only';
import type { Revision } from '../domain/plan/item';
import { emptySnapshot, type Snapshot, snapshotOf } from '../domain/plan/snapshot';
import { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';

/** A snapshot as it was read, with what a cache needs to know about it. */
export interface ReadSnapshot {
  readonly snapshot: Snapshot;
  /** Characters of JSON that were parsed for it. */
  readonly size: number;
  /** False while the release is only this transaction's own and may still never have been. */
  readonly settled: boolean;
}

// Revisions come as one JSON text in the very shape of the domain: the driver then handles a single value and one
// `JSON.parse` makes the plan. Ids, kinds and digests are ours and need no escaping.
const revisionJson = Prisma.sql`
  '{"id":"' || item_id || '","kind":"' || kind || '","namespace":' || coalesce(to_json(namespace)::text, 'null') ||
  ',"name":' || to_json(name)::text || ',"content":' || content::text || ',"revisionId":"' || id ||
  '","version":{"major":' || major || ',"minor":' || minor || ',"patch":' || patch ||
  '},"digest":"' || digest || '","fromRelease":' || from_release || '}'`;

const settled = Prisma.sql`
  (releases.xmin is distinct from pg_current_xact_id_if_assigned()::xid) as settled`;

/** The plan at a release, read in one query. Throws when the plan has no such release. */
export async function readSnapshot(
  tx: Tx,
  workspaceId: string,
  planId: string,
  release: number,
): Promise<ReadSnapshot> {
  if (release === 0) return { snapshot: emptySnapshot(planId), size: 0, settled: true };
  const [row] = await tx.$queryRaw<{ revisions: string | null; settled: boolean }[]>`
    select ${settled}, (
      select '[' || string_agg(${revisionJson}, ',') || ']' from revisions
      where plan_id = ${planId} and workspace_id = ${workspaceId}
        and from_release <= ${release} and (to_release is null or to_release > ${release})
    ) as revisions
    from releases where plan_id = ${planId} and workspace_id = ${workspaceId} and number = ${release}`;
  if (!row) throw new Error(`plan ${planId} has no release ${release}`);
  const revisions = JSON.parse(row.revisions ?? '[]') as Revision[];
  return { snapshot: snapshotOf(planId, release, revisions), size: row.revisions?.length ?? 0, settled: row.settled };
}

/** The plan at a release from an earlier one that is at hand: only what differs is read, the rest is shared. */
export async function readSnapshotAfter(
  tx: Tx,
  workspaceId: string,
  before: Snapshot,
  release: number,
): Promise<ReadSnapshot> {
  const { planId } = before;
  const [row] = await tx.$queryRaw<{ revisions: string | null; gone: string[]; settled: boolean }[]>`
    select ${settled}, (
      select '[' || string_agg(${revisionJson}, ',') || ']' from revisions
      where plan_id = ${planId} and workspace_id = ${workspaceId}
        and from_release > ${before.release} and from_release <= ${release}
        and (to_release is null or to_release > ${release})
    ) as revisions, array(
      select item_id from revisions
      where plan_id = ${planId} and workspace_id = ${workspaceId}
        and from_release <= ${before.release} and to_release > ${before.release} and to_release <= ${release}
    ) as gone
    from releases where plan_id = ${planId} and workspace_id = ${workspaceId} and number = ${release}`;
  if (!row) throw new Error(`plan ${planId} has no release ${release}`);
  const items = new Map(before.items);
  for (const id of row.gone) items.delete(id);
  for (const revision of JSON.parse(row.revisions ?? '[]') as Revision[]) items.set(revision.id, revision);
  return { snapshot: { planId, release, items }, size: row.revisions?.length ?? 0, settled: row.settled };
}
