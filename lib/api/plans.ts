import {
  createPlanSchema,
  planListQuerySchema,
  planListSchema,
  planViewSchema,
  updatePlanSchema,
} from '@/lib/contracts/plans';
import { archivePlan } from '@/lib/features/plans/archive-plan';
import { createPlan } from '@/lib/features/plans/create-plan';
import { listPlans } from '@/lib/features/plans/list-plans';
import { readPlan } from '@/lib/features/plans/read-plan';
import { updatePlan } from '@/lib/features/plans/update-plan';
import { get, patch, post, type Route } from './route';

/** Tracking plans. */
export const planRoutes: readonly Route[] = [
  get('/plans', {
    summary: 'List plans by name',
    action: 'plan.read',
    query: planListQuerySchema,
    result: planListSchema,
    run: listPlans,
  }),
  post('/plans', {
    summary: 'Begin an empty plan',
    action: 'plan.create',
    body: createPlanSchema,
    result: planViewSchema,
    status: 201,
    run: createPlan,
  }),
  get('/plans/{plan}', { summary: 'Read a plan', action: 'plan.read', result: planViewSchema, run: readPlan }),
  patch('/plans/{plan}', {
    summary: 'Rename or describe a plan, or edit its stages',
    action: 'plan.update',
    ifMatch: 'required',
    body: updatePlanSchema,
    result: planViewSchema,
    run: updatePlan,
  }),
  post('/plans/{plan}/archive', {
    summary: 'Archive a plan; it can still be read',
    action: 'plan.archive',
    result: planViewSchema,
    run: archivePlan,
  }),
];
