import type { WorkspaceView } from '@/lib/contracts/workspaces';
import type { Role } from '@/lib/domain/access/roles';
import type { Workspace } from '@/lib/store/workspaces';

/** A workspace as its reader sees it. */
export function workspaceView(workspace: Workspace, role: Role): WorkspaceView {
  return {
    id: workspace.id,
    slug: workspace.slug,
    name: workspace.name,
    isDemo: workspace.isDemo,
    role,
    createdAt: workspace.createdAt.toISOString(),
    lockVersion: workspace.lockVersion,
  };
}
