import 'server-only';
import type { Revision } from '../domain/plan/item';
import type { ItemKind } from '../domain/plan/kinds/define';
import { emptySnapshot, type Snapshot } from '../domain/plan/snapshot';
import { Prisma } from '../infra/db/generated/client';
import { eachRow } from '../infra/db/read-rows';
import type { Tx } from '../infra/db/transaction';

/** A snapshot as it was read, with what a cache needs to know about it. */
export interface ReadSnapshot {
  readonly snapshot: Snapshot;
  /** Bytes of JSON that were parsed for it. */
  readonly size: number;
  /** False while the release is only this transaction's own and may still never have been. */
  readonly settled: boolean;
}

// Rows stream while the server still reads. The content goes as the JSON it is, which the client parses once: a cast to
// text costs the server as much as all the rest, and one big value made of all rows more still.
const columns = Prisma.sql`
  item_id as "id", kind, namespace, name, content, pg_column_size(content) as size, id as "revisionId", major, minor, patch,
  digest, from_release as "fromRelease"`;

interface Row {
  readonly id: string;
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
  readonly content: unknown;
  readonly size: number;
  readonly revisionId: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly digest: string;
  readonly fromRelease: number;
}

/** The plan at a release. Throws when the plan has no such release. */
export async function readSnapshot(
  tx: Tx,
  workspaceId: string,
  planId: string,
  release: number,
): Promise<ReadSnapshot> {
  if (release === 0) return { snapshot: emptySnapshot(planId), size: 0, settled: true };
  const settled = await isSettled(tx, workspaceId, planId, release);
  const query = Prisma.sql`
    select ${columns} from revisions
    where plan_id = ${planId} and workspace_id = ${workspaceId}
      and from_release <= ${release} and (to_release is null or to_release > ${release})`;
  const read = new Reading();
  // What is committed looks the same from every connection; what is not exists in the transaction alone.
  if (settled) await eachRow<Row>(query.text, query.values, (row) => read.take(row));
  else for (const row of await tx.$queryRaw<Row[]>(query)) read.take(row);
  return read.snapshot(planId, release, new Map(), settled);
}

/** The plan at a release from an earlier one that is at hand: only what differs is read, the rest is shared. */
export async function readSnapshotAfter(
  tx: Tx,
  workspaceId: string,
  before: Snapshot,
  release: number,
): Promise<ReadSnapshot> {
  const { planId } = before;
  const settled = await isSettled(tx, workspaceId, planId, release);
  const gone = await tx.$queryRaw<{ id: string }[]>`
    select item_id as "id" from revisions
    where plan_id = ${planId} and workspace_id = ${workspaceId}
      and from_release <= ${before.release} and to_release > ${before.release} and to_release <= ${release}`;
  const rows = await tx.$queryRaw<Row[]>`
    select ${columns} from revisions
    where plan_id = ${planId} and workspace_id = ${workspaceId}
      and from_release > ${before.release} and from_release <= ${release}
      and (to_release is null or to_release > ${release})`;
  const items = new Map(before.items);
  for (const { id } of gone) items.delete(id);
  const read = new Reading();
  for (const row of rows) read.take(row);
  return read.snapshot(planId, release, items, settled);
}

/** Whether a release is committed, or only this transaction's own so far. Throws when the plan has no such release. */
async function isSettled(tx: Tx, workspaceId: string, planId: string, release: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ settled: boolean }[]>`
    select xmin is distinct from pg_current_xact_id_if_assigned()::xid as settled
    from releases where plan_id = ${planId} and workspace_id = ${workspaceId} and number = ${release}`;
  if (!row) throw new Error(`plan ${planId} has no release ${release}`);
  return row.settled;
}

/** Revisions as they come. A map grows by copies of itself, which keep alive what it held: it is made at the end. */
class Reading {
  readonly #revisions: Revision[] = [];
  #size = 0;

  take(row: Row): void {
    this.#size += row.size;
    // Written out, since a spread costs as much as the parse. What a merge wrote was checked by the kind's schema then.
    const revision = {
      id: row.id,
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
      content: row.content,
      revisionId: row.revisionId,
      version: { major: row.major, minor: row.minor, patch: row.patch },
      digest: row.digest,
      fromRelease: row.fromRelease,
    };
    this.#revisions.push(revision as Revision);
  }

  snapshot(planId: string, release: number, items: Map<string, Revision>, settled: boolean): ReadSnapshot {
    for (const revision of this.#revisions) items.set(revision.id, revision);
    return { snapshot: { planId, release, items }, size: this.#size, settled };
  }
}
