import 'server-only';
import type { WorkspaceView } from '@/lib/contracts/workspaces';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readWorkspace as readRow } from '@/lib/store/workspaces';
import { workspaceView } from './view';

/** The workspace the actor stands in. */
export async function readWorkspace(
  actor: Actor,
): Promise<Result<WorkspaceView, AccessDenied | { code: 'workspace.not-found' }>> {
  const allowed = can(actor, 'workspace.read');
  if (!allowed.ok) return allowed;
  const workspace = await readRow(prisma(), actor.workspaceId);
  return workspace ? ok(workspaceView(workspace, actor.role)) : err({ code: 'workspace.not-found' });
}
