import { changeRequestViewSchema } from '@/lib/contracts/change-requests';
import { tickLineSchema } from '@/lib/contracts/review-settings';
import { tickChecklist } from '@/lib/features/change-requests/tick-checklist';
import { put, type Route } from './route';

/** Who is asked to review a request, and what they tick. */
export const reviewPeopleRoutes: readonly Route[] = [
  put('/plans/{plan}/change-requests/{number}/checklist/{line}', {
    summary: 'Tick a line of the checklist, or take the tick back',
    action: 'change-request.check',
    body: tickLineSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: tickChecklist,
  }),
];
