import { changeRequestViewSchema } from '@/lib/contracts/change-requests';
import { handOverSchema, orphansSchema, ownedQuerySchema, ownedSchema } from '@/lib/contracts/ownership';
import { handOver } from '@/lib/features/change-requests/hand-over';
import { listOrphans, listOwned } from '@/lib/features/items/list-owned';
import { get, post, type Route } from './route';

/** Who answers for what, and how it changes hands. */
export const ownershipRoutes: readonly Route[] = [
  get('/owned', {
    summary: 'List what a team or a person owns in every plan',
    action: 'item.read',
    query: ownedQuerySchema,
    result: ownedSchema,
    run: listOwned,
  }),
  get('/plans/{plan}/orphans', {
    summary: 'List items without an owner, and those whose owner is gone',
    action: 'item.read',
    result: orphansSchema,
    run: listOrphans,
  }),
  post('/plans/{plan}/hand-overs', {
    summary: 'Propose a new owner for everything of another owner, of nobody, or of those who are gone',
    action: 'change-request.create',
    body: handOverSchema,
    result: changeRequestViewSchema,
    status: 201,
    run: handOver,
  }),
];
