import {
  conventionsTrialSchema,
  conventionsTrialViewSchema,
  conventionsViewSchema,
  createSuppressionSchema,
  suppressionListSchema,
  suppressionViewSchema,
} from '@/lib/contracts/conventions';
import { conventionSettingsSchema } from '@/lib/domain/conventions/settings';
import { excuseFinding, revokeExcuse } from '@/lib/features/conventions/excuse-finding';
import { listExcuses } from '@/lib/features/conventions/list-excuses';
import { readConventions } from '@/lib/features/conventions/read-conventions';
import { tryConventions } from '@/lib/features/conventions/try-conventions';
import { updateConventions } from '@/lib/features/conventions/update-conventions';
import { del, get, post, put, type Route } from './route';

/** How names and definitions of a plan are to be written. */
export const conventionRoutes: readonly Route[] = [
  get('/plans/{plan}/conventions', {
    summary: 'Read the conventions of a plan',
    action: 'conventions.read',
    result: conventionsViewSchema,
    run: readConventions,
  }),
  put('/plans/{plan}/conventions', {
    summary: 'Replace the conventions of a plan',
    action: 'conventions.update',
    ifMatch: 'required',
    body: conventionSettingsSchema,
    result: conventionsViewSchema,
    run: updateConventions,
  }),
  post('/plans/{plan}/conventions/trial', {
    summary: 'Try conventions on the plan as it is, without saving them',
    action: 'conventions.read',
    idempotent: false,
    body: conventionsTrialSchema,
    result: conventionsTrialViewSchema,
    run: tryConventions,
  }),
  get('/plans/{plan}/conventions/suppressions', {
    summary: 'List the findings that somebody answers for, and those that were',
    action: 'conventions.read',
    result: suppressionListSchema,
    run: listExcuses,
  }),
  post('/plans/{plan}/conventions/suppressions', {
    summary: 'Excuse one finding on one item until a day, with a reason',
    action: 'conventions.suppress',
    body: createSuppressionSchema,
    result: suppressionViewSchema,
    status: 201,
    run: excuseFinding,
  }),
  del('/plans/{plan}/conventions/suppressions/{id}', {
    summary: 'End an excuse before its day',
    action: 'conventions.suppress',
    result: suppressionViewSchema,
    run: revokeExcuse,
  }),
];
