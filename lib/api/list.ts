import { accountRoutes } from './account';
import { auditRoutes } from './audit';
import { healthRoutes } from './health';
import { invitationRoutes } from './invitations';
import { memberRoutes } from './members';
import { preferenceRoutes } from './preferences';
import type { Route } from './route';
import { teamRoutes } from './teams';
import { tokenRoutes } from './tokens';
import { workspaceRoutes } from './workspaces';

/** Every route of the API, a line per noun. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...auditRoutes,
  ...healthRoutes,
  ...invitationRoutes,
  ...memberRoutes,
  ...preferenceRoutes,
  ...teamRoutes,
  ...tokenRoutes,
  ...workspaceRoutes,
];
