import 'server-only';
import type { Item } from '../domain/plan/item';
import type { StoredChange } from '../domain/review/change-request';
import type { Tx } from '../infra/db/transaction';
import { sameJson } from '../kit/canonical';
import { ensureItems } from './items';

/** Changes written by one statement: more would hold the whole of an import in memory several times over. */
const batchSize = 250;

/** Brings the stored changes of a request from one list to another, a batch a statement. */
export async function saveChanges(
  tx: Tx,
  workspaceId: string,
  request: { readonly id: string; readonly planId: string },
  before: readonly StoredChange[],
  after: readonly StoredChange[],
  at: Date,
): Promise<void> {
  const known = new Map(before.map((change) => [change.itemId, change]));
  const written = after.filter((change) => !isSame(known.get(change.itemId), change));
  const kept = new Set(after.map(({ itemId }) => itemId));
  const dropped = before.flatMap(({ itemId }) => (kept.has(itemId) ? [] : [itemId]));
  if (dropped.length > 0) {
    await tx.$executeRaw`
      delete from changes
      where change_request_id = ${request.id} and workspace_id = ${workspaceId} and item_id = any(${dropped}::text[])`;
  }
  if (written.length === 0) return;
  const created = written.flatMap((change) => (change.operation === 'create' ? [change.item] : []));
  await ensureItems(tx, workspaceId, request.planId, created);
  const removed = await namesOf(tx, workspaceId, written);
  const position = new Map(after.map((change, index) => [change.itemId, index]));
  for (let start = 0; start < written.length; start += batchSize) {
    const batch = written.slice(start, start + batchSize);
    await writeChanges(tx, workspaceId, request, batch, { position, removed, at });
  }
}

interface WriteContext {
  readonly position: ReadonlyMap<string, number>;
  /** The names of items that are to be removed. */
  readonly removed: ReadonlyMap<string, { kind: string; namespace: string | null; name: string }>;
  readonly at: Date;
}

async function writeChanges(
  tx: Tx,
  workspaceId: string,
  request: { readonly id: string; readonly planId: string },
  written: readonly StoredChange[],
  { position, removed, at }: WriteContext,
): Promise<void> {
  const rows = written.map((change) => {
    const item = change.item ?? removed.get(change.itemId);
    if (!item) throw new Error(`${change.itemId} is to be removed and has no revision ${change.base?.revisionId}`);
    return {
      id: change.id,
      item_id: change.itemId,
      operation: change.operation.toUpperCase(),
      kind: item.kind,
      base_revision_id: change.base?.revisionId ?? null,
      base_digest: change.base?.digest ?? null,
      namespace: item.namespace,
      name: item.name,
      content: change.item?.content ?? null,
      digest: change.digest,
      claims: change.claims,
      edited_by: change.editedBy,
      wording_of: change.wordingOf,
      position: position.get(change.itemId) ?? 0,
    };
  });
  await tx.$executeRaw`
    insert into changes as c (id, change_request_id, plan_id, workspace_id, item_id, operation, kind, base_revision_id,
      base_digest, namespace, name, content, digest, claims, edited_by, wording_of, position, created_at, updated_at)
    select id, ${request.id}::text, ${request.planId}::text, ${workspaceId}::text, item_id, operation::change_operation, kind,
      base_revision_id, base_digest, namespace, name, case when operation = 'REMOVE' then null else content end, digest, claims,
      array(select json_array_elements_text(edited_by)), wording_of, position, ${at}::timestamptz, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, item_id text, operation text, kind text,
      base_revision_id text, base_digest text, namespace text, name text, content json, digest text, claims jsonb,
      edited_by json, wording_of jsonb, position int)
    on conflict (change_request_id, item_id) do update set operation = excluded.operation,
      base_revision_id = excluded.base_revision_id, base_digest = excluded.base_digest, namespace = excluded.namespace,
      name = excluded.name, content = excluded.content, digest = excluded.digest, claims = excluded.claims,
      edited_by = excluded.edited_by, wording_of = excluded.wording_of, updated_at = excluded.updated_at,
      lock_version = c.lock_version + 1`;
}

/** Contents that some verdict covers, by digest, for what changed since a review. */
export async function readReviewedContents(
  tx: Tx,
  workspaceId: string,
  digests: readonly string[],
): Promise<Map<string, { namespace: string | null; name: string; content: Item['content'] | null }>> {
  const rows = await tx.reviewedContent.findMany({ where: { workspaceId, digest: { in: [...digests] } } });
  return new Map(
    rows.map(({ digest, namespace, name, content }) => [
      digest,
      { namespace, name, content: content as unknown as Item['content'] | null },
    ]),
  );
}

/** Other unfinished requests of a plan that touch some of these items. */
export async function listOpenTouching(
  tx: Tx,
  workspaceId: string,
  planId: string,
  itemIds: readonly string[],
  exceptId = '',
): Promise<{ id: string; number: number; title: string; itemIds: string[] }[]> {
  if (itemIds.length === 0) return [];
  return tx.$queryRaw`
    select cr.id, cr.number, cr.title, array_agg(c.item_id order by c.item_id) as "itemIds"
    from changes c join change_requests cr on cr.id = c.change_request_id and cr.workspace_id = c.workspace_id
    where cr.plan_id = ${planId} and cr.workspace_id = ${workspaceId} and cr.id <> ${exceptId}
      and cr.status not in ('MERGED', 'CLOSED') and c.item_id = any(${[...itemIds]}::text[])
    group by cr.id order by cr.number`;
}

async function namesOf(
  tx: Tx,
  workspaceId: string,
  changes: readonly StoredChange[],
): Promise<Map<string, { kind: string; namespace: string | null; name: string }>> {
  const ids = changes.flatMap((change) => (change.operation === 'remove' ? [change.base.revisionId] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ itemId: string; kind: string; namespace: string | null; name: string }[]>`
    select item_id as "itemId", kind, namespace, name from revisions
    where workspace_id = ${workspaceId} and id = any(${ids}::text[])`;
  return new Map(rows.map((row) => [row.itemId, row]));
}

function isSame(before: StoredChange | undefined, after: StoredChange): boolean {
  if (before === after) return true;
  return (
    before !== undefined &&
    before.operation === after.operation &&
    before.digest === after.digest &&
    before.base?.revisionId === after.base?.revisionId &&
    before.base?.digest === after.base?.digest &&
    sameJson([before.claims, before.editedBy, before.wordingOf], [after.claims, after.editedBy, after.wordingOf])
  );
}
