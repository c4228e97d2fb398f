import { activityPageSchema, activityQuerySchema } from '@/lib/contracts/activity';
import { listItemActivity, listPersonActivity, listPlanActivity } from '@/lib/features/activity/list-activity';
import { get, type Route } from './route';

/** Activity: what was done in a plan, to an item and by a person. */
export const activityRoutes: readonly Route[] = [
  get('/plans/{plan}/activity', {
    summary: 'List what was done in a plan, the latest first',
    action: 'change-request.read',
    query: activityQuerySchema,
    result: activityPageSchema,
    run: listPlanActivity,
  }),
  get('/plans/{plan}/items/{item}/activity', {
    summary: 'List what was done to an item by its id: changes, reviews, discussions and announcements',
    action: 'change-request.read',
    query: activityQuerySchema,
    result: activityPageSchema,
    run: listItemActivity,
  }),
  get('/members/{id}/activity', {
    summary: 'List what a person did in the plans of the workspace, also one who has left',
    action: 'change-request.read',
    query: activityQuerySchema,
    result: activityPageSchema,
    run: listPersonActivity,
  }),
];
