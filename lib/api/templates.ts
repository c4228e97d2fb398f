import { templateListSchema } from '@/lib/contracts/templates';
import { listTemplates } from '@/lib/features/templates/list-templates';
import { get, type Route } from './route';

/** Plans to begin from. */
export const templateRoutes: readonly Route[] = [
  get('/plans/{plan}/templates', {
    summary: 'List the templates with what a change request proposes to use one',
    action: 'plan.read',
    result: templateListSchema,
    run: listTemplates,
  }),
];
