import {
  bulkDoneSchema,
  bulkPlanViewSchema,
  bulkPreviewSchema,
  bulkSchema,
  editedManySchema,
  editManySchema,
  gridAskSchema,
  gridViewSchema,
} from '@/lib/contracts/grid';
import { editMany } from '@/lib/features/change-requests/edit-many';
import { previewBulk, proposeBulk } from '@/lib/features/change-requests/propose-bulk';
import { readGrid } from '@/lib/features/grid/read-grid';
import { post, type Route } from './route';

/** Many items at once: the grid, and actions on a selection. */
export const gridRoutes: readonly Route[] = [
  post('/plans/{plan}/grid', {
    summary: 'Read many items, or the property uses of many, as rows of a grid',
    action: 'item.read',
    body: gridAskSchema,
    result: gridViewSchema,
    idempotent: false,
    run: readGrid,
  }),
  post('/plans/{plan}/edits', {
    summary: 'Edit many items of a change request at once; each value is taken or refused for itself',
    action: 'change-request.create',
    body: editManySchema,
    ifMatch: 'optional',
    result: editedManySchema,
    run: editMany,
  }),
  post('/plans/{plan}/bulk/preview', {
    summary: 'Show what an action on a selection would change',
    action: 'item.read',
    body: bulkPreviewSchema,
    result: bulkPlanViewSchema,
    idempotent: false,
    run: previewBulk,
  }),
  post('/plans/{plan}/bulk', {
    summary: 'Propose an action for every item of a selection',
    action: 'change-request.create',
    body: bulkSchema,
    result: bulkDoneSchema,
    status: 201,
    run: proposeBulk,
  }),
];
