import { aheadMatrix } from './matrix/ahead';
import { attendanceMatrix } from './matrix/attendance';
import { changeCodeMatrix } from './matrix/change-code';
import { changeRequestMatrix } from './matrix/change-requests';
import { channelMatrix } from './matrix/channels';
import { emergencyMatrix } from './matrix/emergency-merges';
import { gridMatrix } from './matrix/grid';
import { healthMatrix } from './matrix/health';
import { inboxMatrix } from './matrix/inbox';
import { journeyMatrix } from './matrix/journeys';
import { peopleMatrix } from './matrix/people';
import { readingMatrix } from './matrix/reading';
import { requestSplitMatrix } from './matrix/request-splits';
import { reviewPeopleMatrix } from './matrix/review-people';
import { rolloutMatrix } from './matrix/rollout';
import { sharingMatrix } from './matrix/sharing';
import { transferMatrix } from './matrix/transfer';
import { viewMatrix } from './matrix/views';
import { wordsMatrix } from './matrix/words';
import type { Matrix } from './testing/row';

/**
 * Routes × roles: who may use each route, as data. It is written by hand and apart from the routes, so that a slip in
 * either is found; a route that is missing here fails the tests.
 */
export const matrix: Matrix = {
  ...aheadMatrix,
  ...attendanceMatrix,
  ...changeCodeMatrix,
  ...changeRequestMatrix,
  ...channelMatrix,
  ...gridMatrix,
  ...emergencyMatrix,
  ...healthMatrix,
  ...inboxMatrix,
  ...journeyMatrix,
  ...peopleMatrix,
  ...readingMatrix,
  ...requestSplitMatrix,
  ...reviewPeopleMatrix,
  ...rolloutMatrix,
  ...sharingMatrix,
  ...transferMatrix,
  ...viewMatrix,
  ...wordsMatrix,
};
