import 'server-only';
import type { Item, ItemVersion } from '../domain/plan/item';
import type { Significance } from '../domain/plan/significance';
import type { Tx } from '../infra/db/transaction';
import { foldName } from '../kit/fold';
import { toJson } from './json';
import type { ReleaseSummary } from './releases';

/** A state of an item that a release brings. */
export interface NewRevision {
  readonly revisionId: string;
  readonly item: Item;
  readonly digest: string;
  readonly version: ItemVersion;
  readonly significance: Significance;
}

/** A release about to be written: what it brings and what it ends. */
export interface NewRelease {
  readonly planId: string;
  /** One more than the head that the lock showed. */
  readonly number: number;
  readonly changeRequestId: string;
  readonly authorId: string;
  readonly mergedById: string;
  readonly summary: ReleaseSummary;
  readonly record: unknown;
  readonly createdAt: Date;
  readonly opened: readonly NewRevision[];
  /** Items whose current revision ends here: changed or removed. */
  readonly closedItemIds: readonly string[];
}

/**
 * Writes a release under the plan's lock, in four statements whatever its size. The only writer of live tables. Throws
 * when the plan is not as the lock showed it, which rolls the whole merge back.
 */
export async function writeRelease(tx: Tx, workspaceId: string, release: NewRelease): Promise<void> {
  const { planId, number, opened, closedItemIds, summary, record, ...rest } = release;
  const head = await tx.plan.updateMany({
    where: { id: planId, workspaceId, headRelease: number - 1 },
    data: { headRelease: number },
  });
  if (head.count !== 1) throw new Error(`plan ${planId} is not at release ${number - 1}`);
  const json = { summary: toJson(summary), record: toJson(record) };
  await tx.release.createMany({ data: [{ ...rest, ...json, planId, workspaceId, number }] });
  await closeRevisions(tx, workspaceId, planId, number, closedItemIds);
  await openRevisions(tx, workspaceId, release);
}

async function closeRevisions(
  tx: Tx,
  workspaceId: string,
  planId: string,
  number: number,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return;
  const closed = await tx.$executeRaw`
    update revisions set to_release = ${number}
    where plan_id = ${planId} and workspace_id = ${workspaceId} and to_release is null and item_id = any(${[...itemIds]}::text[])`;
  if (closed !== itemIds.length) {
    throw new Error(
      `release ${number} of plan ${planId} ends ${itemIds.length} revisions, of which ${closed} are current`,
    );
  }
}

async function openRevisions(tx: Tx, workspaceId: string, release: NewRelease): Promise<void> {
  if (release.opened.length === 0) return;
  const rows = release.opened.map(({ revisionId, item, digest, version, significance }) => ({
    ...version,
    id: revisionId,
    item_id: item.id,
    kind: item.kind,
    namespace: item.namespace,
    name: item.name,
    folded_namespace: item.namespace === null ? '' : foldName(item.namespace),
    folded_key: foldName(item.name),
    content: item.content,
    digest,
    significance,
  }));
  await tx.$executeRaw`
    insert into revisions (id, item_id, plan_id, workspace_id, kind, namespace, name, folded_namespace, folded_key,
      content, digest, major, minor, patch, significance, from_release, change_request_id, created_at)
    select id, item_id, ${release.planId}::text, ${workspaceId}::text, kind, namespace, name, folded_namespace, folded_key,
      content, digest, major, minor, patch, significance, ${release.number}::int, ${release.changeRequestId}::text, ${release.createdAt}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, item_id text, kind text, namespace text, name text,
      folded_namespace text, folded_key text, content json, digest text, major int, minor int, patch int, significance text)`;
}
