import type { Role } from '@/lib/domain/access/roles';

/** What the frame knows of the place and the person. */
export interface RailProps {
  workspaceSlug: string;
  workspaceName: string;
  /** The plan that is open, or null on pages of the workspace while there is none. */
  planSlug: string | null;
  plans: readonly { readonly slug: string; readonly name: string }[];
  /** The other workspaces of the person; left out when there is one. */
  workspaces?: readonly { readonly slug: string; readonly name: string }[];
  inboxCount: number;
  user: { readonly name: string; readonly email: string };
  role: Role;
}
