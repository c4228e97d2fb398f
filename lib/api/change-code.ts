import { changeCodeQuerySchema, changeCodeViewSchema } from '@/lib/contracts/change-code';
import { readChangeCode } from '@/lib/features/change-requests/read-change-code';
import { get, type Route } from './route';

/** The change of one item as code sees it. */
export const changeCodeRoutes: readonly Route[] = [
  get('/plans/{plan}/change-requests/{number}/changes/{itemId}/code', {
    summary: 'Read what the change of one item does to schemas or calls',
    action: 'change-request.read',
    query: changeCodeQuerySchema,
    result: changeCodeViewSchema,
    run: readChangeCode,
  }),
];
