import 'server-only';
import type { WorkspaceView } from '@/lib/contracts/workspaces';
import type { Via } from '@/lib/domain/access/actor';
import type { Role } from '@/lib/domain/access/roles';
import { freeSlug, reservedWorkspaceSlugs } from '@/lib/domain/access/slug';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { foundWorkspace } from '@/lib/store/found-workspace';
import { listWorkspacesOf } from '@/lib/store/memberships';
import { listTakenSlugs } from '@/lib/store/workspaces';
import { workspaceView } from './view';

export type CreateWorkspaceError =
  | { code: 'access.denied'; needs: Role; detail: string }
  | { code: 'workspace.slug-taken' | 'workspace.slug-reserved' };

/** Begins a workspace with its creator as admin. Only who runs a workspace already may begin another. */
export async function createWorkspace(
  person: { userId: string; via: Via },
  input: { name: string; slug?: string | undefined },
): Promise<Result<WorkspaceView, CreateWorkspaceError>> {
  if (input.slug && reservedWorkspaceSlugs.has(input.slug)) return err({ code: 'workspace.slug-reserved' });
  return inTransaction(async (tx) => {
    const standings = await listWorkspacesOf(tx, person.userId);
    if (!standings.some(({ role }) => role === 'admin')) {
      const detail = 'Only an admin of a workspace may begin another one';
      return err({ code: 'access.denied', needs: 'admin' as const, detail });
    }
    const taken = await listTakenSlugs(tx);
    if (input.slug && taken.has(input.slug)) return err({ code: 'workspace.slug-taken' });
    const workspace = {
      id: newId('ws'),
      slug: input.slug ?? freeSlug(input.name, taken),
      name: input.name,
      createdAt: now(),
    };
    if (!(await foundWorkspace(tx, workspace, person.userId))) return err({ code: 'workspace.slug-taken' });
    await writeAudit(tx, workspace.id, {
      ...auditBy(person),
      action: 'workspace.create',
      subjectKind: 'workspace',
      subjectId: workspace.id,
      detail: { name: workspace.name, slug: workspace.slug },
    });
    return ok(workspaceView({ ...workspace, isDemo: false, lockVersion: 1 }, 'admin'));
  });
}
