import 'server-only';
import type { ImportView } from '@/lib/contracts/imports';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { checkImport } from './check';
import { type ImportProblem, problemOf } from './create-import';
import { type FindImportError, findImport } from './find-import';
import { importView, keptMapping } from './view';

/** Reads a staged file under another mapping and works out again what it would do. */
export async function updateImport(
  actor: Actor,
  input: { plan: string; id: string; mapping: Mapping },
): Promise<Result<ImportView, AccessDenied | FindImportError | ImportProblem | { code: 'import.finished' }>> {
  const allowed = can(actor, 'import.create');
  if (!allowed.ok) return allowed;
  const found = await findImport(prisma(), actor.workspaceId, input);
  if (!found.ok) return found;
  const kept = keptMapping(found.value.stored);
  if (found.value.stored.status !== 'staged' || !kept) return err({ code: 'import.finished' });
  const checked = await checkImport(actor.workspaceId, found.value.stored, { ...kept, mapping: input.mapping });
  if (!checked.ok)
    return err(checked.error.code === 'plan.not-found' ? { code: 'plan.not-found' } : problemOf(checked.error));
  return ok(await importView(prisma(), actor.workspaceId, checked.value));
}
