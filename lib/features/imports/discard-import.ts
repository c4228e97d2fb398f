import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { deleteImport, lockImport } from '@/lib/store/imports';
import { type FindImportError, findImport } from './find-import';

/** Cancels an import: the file and all that was worked out from it are gone. */
export async function discardImport(
  actor: Actor,
  input: { plan: string; id: string },
): Promise<Result<{ done: true }, AccessDenied | FindImportError | { code: 'import.finished' }>> {
  const allowed = can(actor, 'import.create');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ done: true }, FindImportError | { code: 'import.finished' }>>(async (tx) => {
    const found = await findImport(tx, actor.workspaceId, input);
    if (!found.ok) return found;
    const locked = await lockImport(tx, actor.workspaceId, input.id);
    if (locked?.status === 'applied') return err({ code: 'import.finished' });
    await deleteImport(tx, actor.workspaceId, input.id);
    return ok({ done: true });
  });
}
