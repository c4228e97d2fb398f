import { splitOptionsViewSchema, splitSchema, splitViewSchema } from '@/lib/contracts/request-splits';
import { readSplitOptions, splitChangeRequest } from '@/lib/features/change-requests/split-change-request';
import { get, post, type Route } from './route';

const path = '/plans/{plan}/change-requests/{number}/split' as const;

/** Partial merges: some items of a request are left for a follow-up. */
export const requestSplitRoutes: readonly Route[] = [
  get(path, {
    summary: 'Read which changes of a request hold together',
    action: 'change-request.read',
    result: splitOptionsViewSchema,
    run: readSplitOptions,
  }),
  post(path, {
    summary: 'Leave some items of a request for a follow-up request',
    action: 'change-request.edit',
    body: splitSchema,
    ifMatch: 'optional',
    result: splitViewSchema,
    status: 201,
    run: splitChangeRequest,
  }),
];
