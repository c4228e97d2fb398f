import 'server-only';
import type { Item, ItemVersion } from '../domain/plan/item';
import type { ItemKind } from '../domain/plan/kinds/define';
import type { Significance } from '../domain/plan/significance';
import { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';

/** One state of an item in its history, with the request that made it. */
export interface RevisionRecord {
  readonly revisionId: string;
  readonly item: Item;
  readonly version: ItemVersion;
  readonly digest: string;
  readonly significance: Significance;
  readonly fromRelease: number;
  /** The first release in which it no longer held; null while current. */
  readonly toRelease: number | null;
  readonly at: Date;
  readonly changeRequest: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly reason: string;
  };
  readonly author: { readonly id: string; readonly name: string };
}

const fields = {
  id: true,
  itemId: true,
  kind: true,
  namespace: true,
  name: true,
  content: true,
  digest: true,
  major: true,
  minor: true,
  patch: true,
  significance: true,
  fromRelease: true,
  toRelease: true,
  changeRequest: { select: { id: true, number: true, title: true, reason: true } },
  release: { select: { createdAt: true, author: { select: { id: true, name: true } } } },
} satisfies Prisma.RevisionSelect;
type Row = Prisma.RevisionGetPayload<{ select: typeof fields }>;

/** Every state an item ever had, oldest first. */
export async function listRevisions(tx: Tx, workspaceId: string, itemId: string): Promise<RevisionRecord[]> {
  const rows = await tx.revision.findMany({
    where: { itemId, workspaceId },
    select: fields,
    orderBy: { fromRelease: 'asc' },
  });
  return rows.map(toRecord);
}

/** Every state the items of a plan had up to a release, oldest first, by item. */
export async function listRevisionsOfPlan(
  tx: Tx,
  workspaceId: string,
  planId: string,
  release: number,
): Promise<ReadonlyMap<string, readonly RevisionRecord[]>> {
  const rows = await tx.revision.findMany({
    where: { planId, workspaceId, fromRelease: { lte: release } },
    select: fields,
    orderBy: [{ fromRelease: 'asc' }, { id: 'asc' }],
  });
  const byItem = new Map<string, RevisionRecord[]>();
  for (const row of rows) {
    const list = byItem.get(row.itemId);
    if (list) list.push(toRecord(row));
    else byItem.set(row.itemId, [toRecord(row)]);
  }
  return byItem;
}

/** A name that an item bore until a release. */
export interface FormerName {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
  readonly untilRelease: number;
}

/** Names that items of a plan bore before `release` and bear no longer, for search and for addresses that moved. */
export async function listFormerNames(
  tx: Tx,
  workspaceId: string,
  planId: string,
  release: number,
): Promise<FormerName[]> {
  return tx.$queryRaw<FormerName[]>`
    select distinct on (r.item_id, r.namespace, r.name)
      r.item_id as "itemId", r.kind, r.namespace, r.name, r.to_release as "untilRelease"
    from revisions r
    where r.plan_id = ${planId} and r.workspace_id = ${workspaceId} and r.to_release <= ${release}
      and not exists (
        select 1 from revisions now where now.item_id = r.item_id and now.from_release <= ${release}
          and (now.to_release is null or now.to_release > ${release})
          and now.name = r.name and now.namespace is not distinct from r.namespace)
    order by r.item_id, r.namespace, r.name, r.to_release desc`;
}

/** When items last changed: release, moment and significance, newest first. */
export async function listLastChanges(
  tx: Tx,
  workspaceId: string,
  planId: string,
  itemIds: readonly string[],
  limit = 50,
): Promise<{ itemId: string; release: number; at: Date; significance: Significance }[]> {
  if (itemIds.length === 0) return [];
  return tx.$queryRaw`
    select r.item_id as "itemId", r.from_release as release, releases.created_at as at, r.significance
    from revisions r join releases on releases.plan_id = r.plan_id and releases.number = r.from_release
    where r.plan_id = ${planId} and r.workspace_id = ${workspaceId} and r.to_release is null
      and r.item_id in (${Prisma.join([...itemIds])})
    order by r.from_release desc, r.item_id limit ${limit}`;
}

function toRecord(row: Row): RevisionRecord {
  const { id, itemId, kind, namespace, name, content, major, minor, patch, release, ...rest } = row;
  return {
    ...rest,
    revisionId: id,
    item: { id: itemId, kind, namespace, name, content } as unknown as Item,
    version: { major, minor, patch },
    significance: row.significance as Significance,
    at: release.createdAt,
    author: release.author,
  };
}
