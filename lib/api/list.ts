import { accountRoutes } from './account';
import { auditRoutes } from './audit';
import { exportRoutes } from './exports';
import { healthRoutes } from './health';
import { homeRoutes } from './home';
import { importRoutes } from './imports';
import { changeRequestRoutes } from './change-requests';
import { invitationRoutes } from './invitations';
import { itemRoutes } from './items';
import { memberRoutes } from './members';
import { planRoutes } from './plans';
import { preferenceRoutes } from './preferences';
import { releaseRoutes } from './releases';
import type { Route } from './route';
import { searchRoutes } from './search';
import { teamRoutes } from './teams';
import { tokenRoutes } from './tokens';
import { watchRoutes } from './watches';
import { workspaceRoutes } from './workspaces';

/** Every route of the API, a line per noun. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...auditRoutes,
  ...changeRequestRoutes,
  ...exportRoutes,
  ...healthRoutes,
  ...homeRoutes,
  ...importRoutes,
  ...invitationRoutes,
  ...itemRoutes,
  ...memberRoutes,
  ...planRoutes,
  ...preferenceRoutes,
  ...releaseRoutes,
  ...searchRoutes,
  ...teamRoutes,
  ...tokenRoutes,
  ...watchRoutes,
  ...workspaceRoutes,
];
