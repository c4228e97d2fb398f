import 'server-only';
import type { UpdateWorkspaceRequest, WorkspaceView } from '@/lib/contracts/workspaces';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { reservedWorkspaceSlugs } from '@/lib/domain/access/slug';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { listTakenSlugs, readWorkspace, saveWorkspace } from '@/lib/store/workspaces';
import { workspaceView } from './view';

export type UpdateWorkspaceError =
  | AccessDenied
  | { code: 'workspace.not-found' | 'workspace.slug-taken' | 'workspace.slug-reserved' | 'workspace.stale' };

/** Renames a workspace or moves its address; refused when it changed since it was read. */
export async function updateWorkspace(
  actor: Actor,
  input: UpdateWorkspaceRequest & { ifMatch: number },
): Promise<Result<WorkspaceView, UpdateWorkspaceError>> {
  const allowed = can(actor, 'workspace.update');
  if (!allowed.ok) return allowed;
  if (input.slug && reservedWorkspaceSlugs.has(input.slug)) return err({ code: 'workspace.slug-reserved' });
  return inTransaction(async (tx) => {
    const before = await readWorkspace(tx, actor.workspaceId);
    if (!before) return err({ code: 'workspace.not-found' });
    if (before.lockVersion !== input.ifMatch) return err({ code: 'workspace.stale' });
    const next = { name: input.name ?? before.name, slug: input.slug ?? before.slug };
    if (next.slug !== before.slug && (await listTakenSlugs(tx)).has(next.slug)) {
      return err({ code: 'workspace.slug-taken' });
    }
    const saved = await saveWorkspace(tx, actor.workspaceId, before.lockVersion, next);
    if (!saved) return err({ code: 'workspace.stale' });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'workspace.update',
      subjectKind: 'workspace',
      subjectId: actor.workspaceId,
      detail: { before: { name: before.name, slug: before.slug }, after: next },
    });
    return ok(workspaceView({ ...before, ...next, lockVersion: before.lockVersion + 1 }, actor.role));
  });
}
