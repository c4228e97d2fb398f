import 'server-only';
import type { Via } from '../domain/access/actor';
import { now } from '../infra/clock';
import type { Prisma, AuditEntry as Row } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { digestOf } from '../kit/digest';
import { toJson } from './json';
import { announceChanges } from './live';
import { type Page, type PageRequest, pageFrom, placeOf } from './page';

/** One state change to be recorded. */
export interface AuditRecord {
  readonly at: Date;
  /** Null when the system itself acted. */
  readonly actorId: string | null;
  /** `session:se_…`, `token:tk_…` or `system`. */
  readonly via: string;
  /** `noun.verb`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A recorded state change. */
export interface AuditEntry extends AuditRecord {
  readonly seq: number;
}

/** The members of a record that say when, who and by what: now, and the person as they proved themselves. */
export function auditBy(person: {
  readonly userId: string;
  readonly via: Via;
}): Pick<AuditRecord, 'at' | 'actorId' | 'via'> {
  const via = person.via.kind === 'session' ? `session:${person.via.sessionId}` : `token:${person.via.tokenId}`;
  return { at: now(), actorId: person.userId, via };
}

/** Appends one entry to the workspace's chain; see `writeAudits`. */
export async function writeAudit(tx: Tx, workspaceId: string, record: AuditRecord): Promise<void> {
  await writeAudits(tx, workspaceId, [record]);
}

/**
 * Appends entries to the workspace's chain, whose row stays locked until the transaction ends: write them last, so that
 * others wait as little as possible and nobody takes a lock after it. Open screens are told when it commits.
 */
export async function writeAudits(tx: Tx, workspaceId: string, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  const [head] = await tx.$queryRaw<{ seq: number; hash: string }[]>`
    insert into audit_chains as c (workspace_id, seq, hash) values (${workspaceId}, 0, '')
    on conflict (workspace_id) do update set seq = c.seq returning seq, hash`;
  let { seq, hash } = head ?? { seq: 0, hash: '' };
  const data = records.map((record) => {
    const row = { ...record, detail: toJson(record.detail), workspaceId, seq: seq + 1, prevHash: hash };
    seq = row.seq;
    hash = hashOf(row);
    return { ...row, hash };
  });
  await tx.auditEntry.createMany({ data });
  await tx.auditChain.updateMany({ where: { workspaceId }, data: { seq, hash } });
  await announceChanges(
    tx,
    workspaceId,
    records.map((record, at) => ({ ...record, seq: seq - records.length + 1 + at })),
  );
}

/** How far the record of a workspace has come. */
export async function readAuditHead(tx: Tx, workspaceId: string): Promise<number> {
  const head = await tx.auditChain.findUnique({ where: { workspaceId }, select: { seq: true } });
  return head?.seq ?? 0;
}

/** Which entries; absent members do not restrict. */
export interface AuditWanted {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  /** A person's id, or `system`. */
  readonly actor?: string | undefined;
  /** `noun.verb`, or a noun for all its verbs. */
  readonly action?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** The entries of a workspace that are wanted, newest first. */
export async function listAudit(
  tx: Tx,
  workspaceId: string,
  request: PageRequest & AuditWanted,
): Promise<Page<AuditEntry>> {
  const where = whereOf(workspaceId, request);
  const [before] = placeOf(request.cursor) ?? [];
  const rows = await tx.auditEntry.findMany({
    where: { ...where, ...(typeof before === 'number' ? { seq: { lt: before } } : {}) },
    orderBy: { seq: 'desc' },
    take: request.limit + 1,
  });
  const total = await tx.auditEntry.count({ where });
  return pageFrom(rows, request, total, ({ seq }) => [seq], toEntry);
}

/** An entry with its links, from which anybody can compute the chain again. */
export interface AuditLink extends AuditEntry {
  readonly workspaceId: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** The next of the wanted entries after a number, oldest first. */
export async function listAuditLinks(
  tx: Tx,
  workspaceId: string,
  wanted: AuditWanted,
  page: { readonly after: number; readonly limit: number },
): Promise<AuditLink[]> {
  const rows = await tx.auditEntry.findMany({
    where: { AND: [whereOf(workspaceId, wanted), { seq: { gt: page.after } }] },
    orderBy: { seq: 'asc' },
    take: page.limit,
  });
  return rows.map((row) => ({ workspaceId, ...toEntry(row), prevHash: row.prevHash, hash: row.hash }));
}

function whereOf(workspaceId: string, wanted: AuditWanted): Prisma.AuditEntryWhereInput {
  const { subjectKind, subjectId, actor, action, from, until } = wanted;
  return {
    workspaceId,
    ...(subjectKind ? { subjectKind } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(actor ? { actorId: actor === 'system' ? null : actor } : {}),
    ...(action ? { action: action.includes('.') ? action : { startsWith: `${action}.` } } : {}),
    ...(from || until ? { at: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
  };
}

/** The number of the first entry that does not continue the chain, or undefined when all of it holds. */
export async function findBrokenAudit(tx: Tx, workspaceId: string): Promise<number | undefined> {
  let seq = 0;
  let hash = '';
  for (;;) {
    const where = { workspaceId, seq: { gt: seq } };
    const rows = await tx.auditEntry.findMany({ where, orderBy: { seq: 'asc' }, take: 1_000 });
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.prevHash !== hash || row.hash !== hashOf(row)) return seq + 1;
      seq = row.seq;
      hash = row.hash;
    }
    if (rows.length < 1_000) break;
  }
  const head = await tx.auditChain.findUnique({ where: { workspaceId } });
  return head && (head.seq !== seq || head.hash !== hash) ? seq + 1 : undefined;
}

function hashOf(row: Omit<Row, 'hash' | 'detail'> & { detail: unknown }): string {
  const { workspaceId, seq, at, actorId, via, action, subjectKind, subjectId, detail, prevHash } = row;
  return digestOf({
    workspaceId,
    seq,
    at: at.toISOString(),
    actorId,
    via,
    action,
    subjectKind,
    subjectId,
    detail,
    prevHash,
  });
}

function toEntry({ seq, at, actorId, via, action, subjectKind, subjectId, detail }: Row): AuditEntry {
  return { seq, at, actorId, via, action, subjectKind, subjectId, detail: detail as Record<string, unknown> };
}
