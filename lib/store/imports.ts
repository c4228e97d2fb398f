import 'server-only';
import { Prisma, type Import as Row } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';
import { enumOf, wordOf } from './words';

export type ImportStatus = 'uploading' | 'staged' | 'applied' | 'failed' | 'discarded';

/** A file on its way to becoming a change request; the reader parses mapping, findings and summary. */
export interface Import {
  readonly id: string;
  readonly planId: string;
  readonly createdById: string;
  readonly status: ImportStatus;
  readonly fileName: string;
  readonly byteSize: number;
  readonly fileDigest: string | null;
  readonly mapping: unknown;
  readonly rowCount: number;
  readonly findings: unknown;
  readonly summary: unknown;
  readonly changeRequestId: string | null;
  /** Of the change request it became. */
  readonly changeRequestNumber: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

/** Begins an upload. */
export async function createImport(
  tx: Tx,
  workspaceId: string,
  upload: { id: string; planId: string; createdById: string; fileName: string; createdAt: Date },
): Promise<void> {
  await tx.import.createMany({ data: [{ ...upload, workspaceId, updatedAt: upload.createdAt }] });
}

/** Stores a piece of the file; pieces are numbered from 0. */
export async function addImportChunk(
  tx: Tx,
  workspaceId: string,
  importId: string,
  position: number,
  bytes: Uint8Array,
): Promise<void> {
  await tx.importChunk.createMany({ data: [{ importId, workspaceId, position, bytes: new Uint8Array(bytes) }] });
}

/** The pieces of a file in order, one in memory at a time. */
export async function* readImportChunks(tx: Tx, workspaceId: string, importId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const row = await tx.importChunk.findFirst({ where: { importId, workspaceId, position }, select: { bytes: true } });
    if (!row) return;
    yield row.bytes;
  }
}

/** Forgets the file itself once nobody needs it any more. */
export async function deleteImportChunks(tx: Tx, workspaceId: string, importId: string): Promise<void> {
  await tx.importChunk.deleteMany({ where: { importId, workspaceId } });
}

/** An import of the workspace. */
export async function readImport(tx: Tx, workspaceId: string, id: string): Promise<Import | undefined> {
  const row = await tx.import.findFirst({ where: { id, workspaceId }, include: withNumber });
  return row ? toImport(row) : undefined;
}

/** The same with its row locked until the transaction ends. */
export async function lockImport(tx: Tx, workspaceId: string, id: string): Promise<Import | undefined> {
  await tx.$queryRaw`select id from imports where id = ${id} and workspace_id = ${workspaceId} for no key update`;
  return readImport(tx, workspaceId, id);
}

/** The imports of a plan, newest first. */
export async function listImports(tx: Tx, workspaceId: string, planId: string, limit = 50): Promise<Import[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'asc' as const }];
  const rows = await tx.import.findMany({ where: { planId, workspaceId }, orderBy, take: limit, include: withNumber });
  return rows.map(toImport);
}

/** What a step of an import found out; absent leaves it as it is. */
export interface ImportPatch {
  readonly status?: ImportStatus | undefined;
  readonly byteSize?: number | undefined;
  readonly fileDigest?: string | undefined;
  readonly mapping?: unknown;
  readonly rowCount?: number | undefined;
  readonly findings?: unknown;
  readonly summary?: unknown;
  readonly changeRequestId?: string | undefined;
  readonly finishedAt?: Date | undefined;
}

/** Notes what a step of an import found out. */
export async function saveImport(tx: Tx, workspaceId: string, id: string, patch: ImportPatch): Promise<void> {
  const { status, byteSize, fileDigest, mapping, rowCount, findings, summary, changeRequestId, finishedAt } = patch;
  await tx.import.updateMany({
    where: { id, workspaceId },
    data: {
      ...(status === undefined ? {} : { status: enumOf(status) }),
      ...(byteSize === undefined ? {} : { byteSize }),
      ...(fileDigest === undefined ? {} : { fileDigest }),
      ...(mapping === undefined ? {} : { mapping: jsonOrNull(mapping) }),
      ...(rowCount === undefined ? {} : { rowCount }),
      ...(findings === undefined ? {} : { findings: jsonOrNull(findings) }),
      ...(summary === undefined ? {} : { summary: jsonOrNull(summary) }),
      ...(changeRequestId === undefined ? {} : { changeRequestId }),
      ...(finishedAt === undefined ? {} : { finishedAt }),
    },
  });
}

/** Removes unfinished uploads that nobody went on with, and what is left of finished files. */
export async function sweepImports(tx: Tx, before: Date): Promise<number> {
  const where = { import: { updatedAt: { lt: before } } };
  return (await tx.importChunk.deleteMany({ where })).count;
}

function jsonOrNull(value: unknown) {
  return value === null ? Prisma.DbNull : toJson(value);
}

const withNumber = { changeRequest: { select: { number: true } } } as const;

function toImport({
  workspaceId: _workspaceId,
  status,
  changeRequest,
  ...row
}: Row & { changeRequest: { number: number } | null }): Import {
  return { ...row, status: wordOf(status), changeRequestNumber: changeRequest?.number ?? null };
}

/** Removes an import as if it had never been begun. */
export async function deleteImport(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.import.deleteMany({ where: { id, workspaceId } });
}
