import { changeRequestViewSchema } from '@/lib/contracts/change-requests';
import {
  healthFindingListSchema,
  healthFindingQuerySchema,
  planHealthQuerySchema,
  planHealthSchema,
  proposeFixSchema,
} from '@/lib/contracts/plan-health';
import { proposeFix } from '@/lib/features/change-requests/propose-fix';
import { listHealthFindings } from '@/lib/features/plan-health/list-health-findings';
import { readPlanHealth } from '@/lib/features/plan-health/read-plan-health';
import { get, post, type Route } from './route';

/** What a plan lacks, and fixes of many items at once. */
export const planHealthRoutes: readonly Route[] = [
  get('/plans/{plan}/health', {
    summary: 'Read what a plan lacks in numbers, and how that went over its releases',
    action: 'plan-health.read',
    query: planHealthQuerySchema,
    result: planHealthSchema,
    run: readPlanHealth,
  }),
  get('/plans/{plan}/health/findings', {
    summary: 'List what is wrong with the items of a plan, each with the field that puts it right',
    action: 'plan-health.read',
    query: healthFindingQuerySchema,
    result: healthFindingListSchema,
    run: listHealthFindings,
  }),
  post('/plans/{plan}/health/fixes', {
    summary: 'Propose one fix for many items in one change request',
    action: 'change-request.create',
    body: proposeFixSchema,
    result: changeRequestViewSchema,
    status: 201,
    run: proposeFix,
  }),
];
