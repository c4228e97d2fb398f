import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Change } from '@/lib/domain/plan/change';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { replaceChanges } from '@/lib/domain/review/replace-changes';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { withLeanHeap } from '@/lib/infra/lean-heap';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudits } from '@/lib/store/audit';
import { createChangeRequest, readChangeRequestById, saveChangeRequest } from '@/lib/store/change-requests';
import { deleteImportChunks, type Import, lockImport, saveImport } from '@/lib/store/imports';
import { lockPlan, takeChangeRequestNumber } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { type ImportProblem, problemOf } from './create-import';
import { evaluate } from './evaluate';
import { type FindImportError, findImport } from './find-import';
import { keptMapping } from './view';

export type ApplyImportError =
  | AccessDenied
  | FindImportError
  | ImportProblem
  | { code: 'import.finished' | 'import.no-changes' | 'conflict' };

interface Input {
  readonly plan: string;
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** Turns a staged file into a draft change request with all its changes, in one transaction; the plan itself is untouched. */
export function applyImport(actor: Actor, input: Input): Promise<Result<Applied, ApplyImportError>> {
  return withLeanHeap(() => apply(actor, input));
}

interface Applied {
  readonly changeRequest: number;
  readonly changes: number;
}

async function apply(actor: Actor, input: Input): Promise<Result<Applied, ApplyImportError>> {
  const allowed = can(actor, 'import.apply');
  if (!allowed.ok) return allowed;
  // The changes are worked out before the transaction; a release in between has them worked out once more.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const found = await findImport(prisma(), actor.workspaceId, input);
    if (!found.ok) return found;
    const { plan, stored } = found.value;
    const kept = keptMapping(stored);
    if (stored.status !== 'staged' || !kept) return err({ code: 'import.finished' });
    const head = await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease);
    const changes = await readChanges(actor.workspaceId, stored, kept.mapping, head);
    if (!changes.ok) return changes;
    if (changes.value.length === 0) return err({ code: 'import.no-changes' });
    const done = await inTransaction((tx) => write(tx, actor, { input, stored, head, changes: changes.value }), {
      timeoutMs: 120_000,
    });
    if (done !== 'moved') return done;
  }
  return err({ code: 'conflict' });
}

/** Only the changes: the draft they come from is as large again, and would stay in memory for as long as the write takes. */
async function readChanges(
  workspaceId: string,
  stored: Import,
  mapping: Mapping,
  head: Snapshot,
): Promise<Result<readonly Change[], ImportProblem>> {
  const evaluated = await evaluate(workspaceId, stored.id, stored.fileName, mapping, head);
  return evaluated.ok ? ok(evaluated.value.changes) : err(problemOf(evaluated.error));
}

interface Work {
  readonly input: Input;
  readonly stored: Import;
  readonly head: Snapshot;
  readonly changes: readonly Change[];
}

async function write(
  tx: Tx,
  actor: Actor,
  { input, stored, head, changes }: Work,
): Promise<'moved' | Result<Applied, ApplyImportError>> {
  const { workspaceId } = actor;
  const locked = await lockImport(tx, workspaceId, stored.id);
  if (locked?.status !== 'staged') return err({ code: 'import.finished' });
  const plan = await lockPlan(tx, workspaceId, stored.planId);
  if (plan?.headRelease !== head.release) return 'moved';
  const id = newId('cr');
  const number = await takeChangeRequestNumber(tx, workspaceId, plan.id);
  const at = now();
  await createChangeRequest(tx, workspaceId, {
    id,
    planId: plan.id,
    number,
    title: input.title,
    reason: input.reason,
    origin: 'import',
    originDetail: { importId: stored.id, fileName: stored.fileName, fileDigest: stored.fileDigest },
    authorId: actor.userId,
    baseRelease: head.release,
    createdAt: at,
  });
  const before = await readChangeRequestById(tx, workspaceId, id);
  if (!before) throw new Error(`change request ${id} was not stored`);
  const { request } = replaceChanges(
    before,
    changes.map((change) => ({ id: newId('ch'), change })),
    new Set(),
    actor.userId,
    head,
  );
  if (!(await saveChangeRequest(tx, workspaceId, before, request, { at })))
    throw new Error(`change request ${id} moved before it was seen`);
  await saveImport(tx, workspaceId, stored.id, { status: 'applied', changeRequestId: id, finishedAt: at });
  await deleteImportChunks(tx, workspaceId, stored.id);
  const about = { ...auditBy(actor), subjectKind: 'change-request', subjectId: id };
  await writeAudits(tx, workspaceId, [
    {
      ...about,
      action: 'change-request.created',
      detail: { number, planId: plan.id, words: `started it from ${stored.fileName}` },
    },
    {
      ...about,
      action: 'import.apply',
      subjectKind: 'import',
      subjectId: stored.id,
      detail: { number, planId: plan.id, changes: changes.length, fileDigest: stored.fileDigest },
    },
  ]);
  return ok({ changeRequest: number, changes: changes.length });
}
