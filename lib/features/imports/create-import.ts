import 'server-only';
import { createHash } from 'node:crypto';
import type { ImportError } from '@/lib/adapters/imports/define';
import type { ImportView } from '@/lib/contracts/imports';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { withLeanHeap } from '@/lib/infra/lean-heap';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import {
  addImportChunk,
  createImport as createRow,
  deleteImport,
  readImport,
  readImportChunks,
  saveImport,
} from '@/lib/store/imports';
import { readPlan } from '@/lib/store/plans';
import { checkImport } from './check';
import { adapterOf } from './evaluate';
import { importView } from './view';

/** Bytes of one stored piece. */
const pieceSize = 131_072;

export interface ImportProblem {
  readonly code: ImportError['code'];
  readonly detail: string;
}

export type CreateImportError = AccessDenied | ImportProblem | { code: 'plan.not-found' };

/** Stages a file piece by piece, proposes how to read it, and works out what it would do. What cannot be read leaves no trace. */
export function createImport(
  actor: Actor,
  input: { plan: string; name: string },
  upload: Upload,
): Promise<Result<ImportView, CreateImportError>> {
  return withLeanHeap(() => create(actor, input, upload));
}

interface Upload {
  readonly fileName: string | undefined;
  readonly stream: AsyncIterable<Uint8Array>;
}

async function create(
  actor: Actor,
  input: { plan: string; name: string },
  upload: Upload,
): Promise<Result<ImportView, CreateImportError>> {
  const allowed = can(actor, 'import.create');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
  const id = newId('im');
  const fileName = input.name || upload.fileName || 'Pasted rows.csv';
  await createRow(prisma(), actor.workspaceId, {
    id,
    planId: plan.id,
    createdById: actor.userId,
    fileName,
    createdAt: now(),
  });
  let kept = false;
  try {
    const { byteSize, digest } = await stage(actor.workspaceId, id, upload.stream);
    const inspected = await adapterOf(fileName)?.inspect(readImportChunks(prisma(), actor.workspaceId, id));
    if (!inspected) throw new Error('there is no import format');
    if (!inspected.ok) return err(problemOf(inspected.error));
    const { columns, mapping } = inspected.value;
    await saveImport(prisma(), actor.workspaceId, id, { status: 'staged', byteSize, fileDigest: digest });
    const stored = await readImport(prisma(), actor.workspaceId, id);
    if (!stored) throw new Error(`import ${id} was not stored`);
    const checked = await checkImport(actor.workspaceId, stored, { columns: [...columns], mapping });
    if (!checked.ok)
      return err(checked.error.code === 'plan.not-found' ? { code: 'plan.not-found' } : problemOf(checked.error));
    kept = true;
    return ok(await importView(prisma(), actor.workspaceId, checked.value));
  } finally {
    if (!kept) await deleteImport(prisma(), actor.workspaceId, id);
  }
}

/** The error as the API tells it. */
export function problemOf(error: ImportError): ImportProblem {
  return { code: error.code, detail: error.detail };
}

async function stage(
  workspaceId: string,
  id: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<{ byteSize: number; digest: string }> {
  const hash = createHash('sha256');
  let byteSize = 0;
  let position = 0;
  let waiting: Uint8Array[] = [];
  let waitingSize = 0;
  const flush = async () => {
    if (waitingSize === 0) return;
    await addImportChunk(prisma(), workspaceId, id, position, Buffer.concat(waiting));
    position += 1;
    waiting = [];
    waitingSize = 0;
  };
  for await (const bytes of stream) {
    hash.update(bytes);
    byteSize += bytes.byteLength;
    for (let at = 0; at < bytes.byteLength; at += pieceSize) {
      const piece = bytes.subarray(at, at + pieceSize);
      waiting.push(piece);
      waitingSize += piece.byteLength;
      if (waitingSize >= pieceSize) await flush();
    }
  }
  await flush();
  return { byteSize, digest: hash.digest('hex') };
}
