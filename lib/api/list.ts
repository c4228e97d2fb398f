import { accountRoutes } from './account';
import { auditRoutes } from './audit';
import { exportRoutes } from './exports';
import { healthRoutes } from './health';
import { importRoutes } from './imports';
import { changeRequestRoutes } from './change-requests';
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
  ...exportRoutes,
  ...healthRoutes,
  ...importRoutes,
  ...changeRequestRoutes,
  ...invitationRoutes,
  ...memberRoutes,
  ...preferenceRoutes,
  ...teamRoutes,
  ...tokenRoutes,
  ...workspaceRoutes,
];
