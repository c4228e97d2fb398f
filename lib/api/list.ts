import { absenceRoutes } from './absences';
import { accountRoutes } from './account';
import { acknowledgementRoutes } from './acknowledgements';
import { activityRoutes } from './activity';
import { announcementRoutes } from './announcements';
import { attendanceRoutes } from './attendance';
import { auditRoutes } from './audit';
import { changeCodeRoutes } from './change-code';
import { changeRequestRoutes } from './change-requests';
import { channelRoutes } from './channels';
import { conventionRoutes } from './conventions';
import { emergencyRoutes } from './emergency-merges';
import { exportRoutes } from './exports';
import { glossaryRoutes } from './glossary';
import { gridRoutes } from './grid';
import { healthRoutes } from './health';
import { homeRoutes } from './home';
import { importRoutes } from './imports';
import { inboxRoutes } from './inbox';
import { invitationRoutes } from './invitations';
import { itemExtraRoutes } from './item-extras';
import { itemRoutes } from './items';
import { journeyRoutes } from './journeys';
import { liveRoutes } from './live';
import { mapRoutes } from './map';
import { memberRoutes } from './members';
import { noteRoutes } from './notes';
import { ownershipRoutes } from './ownership';
import { planHealthRoutes } from './plan-health';
import { planRoutes } from './plans';
import { policyRoutes } from './policy';
import { preferenceRoutes } from './preferences';
import { propertyRoutes } from './properties';
import { releaseRoutes } from './releases';
import { requestSplitRoutes } from './request-splits';
import { reviewPeopleRoutes } from './review-people';
import { reviewSettingsRoutes } from './review-settings';
import { rolloutRoutes } from './rollout';
import type { Route } from './route';
import { searchRoutes } from './search';
import { shareLinkRoutes } from './share-links';
import { synonymRoutes } from './synonyms';
import { teamRoutes } from './teams';
import { templateRoutes } from './templates';
import { tokenRoutes } from './tokens';
import { viewRoutes } from './views';
import { watchRoutes } from './watches';
import { workspaceRoutes } from './workspaces';

/** Every route of the API, a line per noun. */
export const routes: readonly Route[] = [
  ...absenceRoutes,
  ...accountRoutes,
  ...acknowledgementRoutes,
  ...activityRoutes,
  ...announcementRoutes,
  ...attendanceRoutes,
  ...auditRoutes,
  ...changeCodeRoutes,
  ...changeRequestRoutes,
  ...channelRoutes,
  ...conventionRoutes,
  ...emergencyRoutes,
  ...exportRoutes,
  ...glossaryRoutes,
  ...gridRoutes,
  ...healthRoutes,
  ...homeRoutes,
  ...importRoutes,
  ...inboxRoutes,
  ...invitationRoutes,
  ...itemExtraRoutes,
  ...itemRoutes,
  ...journeyRoutes,
  ...liveRoutes,
  ...mapRoutes,
  ...memberRoutes,
  ...noteRoutes,
  ...ownershipRoutes,
  ...planHealthRoutes,
  ...planRoutes,
  ...policyRoutes,
  ...preferenceRoutes,
  ...propertyRoutes,
  ...releaseRoutes,
  ...requestSplitRoutes,
  ...reviewPeopleRoutes,
  ...reviewSettingsRoutes,
  ...rolloutRoutes,
  ...searchRoutes,
  ...shareLinkRoutes,
  ...synonymRoutes,
  ...teamRoutes,
  ...templateRoutes,
  ...tokenRoutes,
  ...viewRoutes,
  ...watchRoutes,
  ...workspaceRoutes,
];
