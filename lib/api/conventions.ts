import { conventionsTrialSchema, conventionsTrialViewSchema, conventionsViewSchema } from '@/lib/contracts/conventions';
import { conventionSettingsSchema } from '@/lib/domain/conventions/settings';
import { readConventions } from '@/lib/features/conventions/read-conventions';
import { tryConventions } from '@/lib/features/conventions/try-conventions';
import { updateConventions } from '@/lib/features/conventions/update-conventions';
import { get, post, put, type Route } from './route';

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
];
