import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readImportChunks } from '@/lib/store/imports';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { type ImportProblem, problemOf } from './create-import';
import { adapterOf, evaluate } from './evaluate';
import { type FindImportError, findImport } from './find-import';
import { keptMapping } from './view';

interface RejectedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: string;
}

/** The rows that a staged import leaves out, wholly or in part, as they stand in the file with the reasons beside them. */
export async function downloadRejected(
  actor: Actor,
  input: { plan: string; id: string },
): Promise<Result<RejectedFile, AccessDenied | FindImportError | ImportProblem | { code: 'import.finished' }>> {
  const allowed = can(actor, 'import.read');
  if (!allowed.ok) return allowed;
  const found = await findImport(prisma(), actor.workspaceId, input);
  if (!found.ok) return found;
  const { plan, stored } = found.value;
  const kept = keptMapping(stored);
  if (stored.status !== 'staged' || !kept) return err({ code: 'import.finished' });
  const head = await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease);
  const evaluated = await evaluate(actor.workspaceId, stored.id, stored.fileName, kept.mapping, head);
  if (!evaluated.ok) return err(problemOf(evaluated.error));
  const reasons = new Map<number, string[]>();
  for (const { row, reason } of evaluated.value.findings.rejected)
    reasons.set(row, [...(reasons.get(row) ?? []), reason]);
  const chunks = readImportChunks(prisma(), actor.workspaceId, stored.id);
  const picked = await adapterOf(stored.fileName)?.pick(chunks, kept.mapping, reasons);
  if (!picked?.ok) return err({ code: 'import.finished' });
  return ok({
    fileName: `rejected-${stored.fileName.replace(/\.[^.]*$/u, '')}.csv`,
    contentType: 'text/csv; charset=utf-8',
    body: picked.value,
  });
}
