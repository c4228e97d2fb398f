import { changeRequestViewSchema, emptyBodySchema } from '@/lib/contracts/change-requests';
import { askReviewSchema, reviewerSuggestionsSchema } from '@/lib/contracts/review-people';
import { tickLineSchema } from '@/lib/contracts/review-settings';
import { askReviewOf, suggestReviewersOf, takeOverReviewOf } from '@/lib/features/change-requests/ask-review';
import { tickChecklist } from '@/lib/features/change-requests/tick-checklist';
import { get, post, put, type Route } from './route';

/** Who is asked to review a request, and what they tick. */
export const reviewPeopleRoutes: readonly Route[] = [
  get('/plans/{plan}/change-requests/{number}/reviewers', {
    summary: 'Who could be asked to review a request, the least loaded first',
    action: 'change-request.read',
    result: reviewerSuggestionsSchema,
    run: suggestReviewersOf,
  }),
  post('/plans/{plan}/change-requests/{number}/reviewers', {
    summary: 'Ask a person, or one of a team, to review a request',
    action: 'change-request.ask-review',
    body: askReviewSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: askReviewOf,
  }),
  post('/plans/{plan}/change-requests/{number}/reviewers/{user}/take-over', {
    summary: 'Review in the place of a team mate who was chosen for the team',
    action: 'change-request.review',
    body: emptyBodySchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: takeOverReviewOf,
  }),
  put('/plans/{plan}/change-requests/{number}/checklist/{line}', {
    summary: 'Tick a line of the checklist, or take the tick back',
    action: 'change-request.check',
    body: tickLineSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: tickChecklist,
  }),
];
