import { doneSchema } from '@/lib/contracts/common';
import {
  createViewSchema,
  defaultViewSchema,
  savedViewListSchema,
  savedViewSchema,
  updateViewSchema,
  viewsQuerySchema,
} from '@/lib/contracts/views';
import { createView } from '@/lib/features/views/create-view';
import { listViews } from '@/lib/features/views/list-views';
import { setDefaultView } from '@/lib/features/views/set-default-view';
import { removeView, updateView } from '@/lib/features/views/update-view';
import { del, get, patch, post, put, type Route } from './route';

/** Saved views: named looks of a list, one's own and shared. */
export const viewRoutes: readonly Route[] = [
  get('/plans/{plan}/views', {
    summary: 'List the saved views of a list, your own and those that are shared',
    action: 'view.read',
    query: viewsQuerySchema,
    result: savedViewListSchema,
    run: listViews,
  }),
  post('/plans/{plan}/views', {
    summary: 'Keep how a list looks under a name, for yourself or for everybody in the plan',
    action: 'view.create',
    body: createViewSchema,
    result: savedViewSchema,
    status: 201,
    run: createView,
  }),
  patch('/plans/{plan}/views/{id}', {
    summary: 'Rename a saved view, share it, or change what it shows',
    action: 'view.update',
    body: updateViewSchema,
    result: savedViewSchema,
    run: updateView,
  }),
  del('/plans/{plan}/views/{id}', {
    summary: 'Delete a saved view',
    action: 'view.remove',
    result: doneSchema,
    run: removeView,
  }),
  put('/plans/{plan}/default-view', {
    summary: 'Set the saved view that a list opens with for you, or none',
    action: 'view.update',
    body: defaultViewSchema,
    result: doneSchema,
    run: setDefaultView,
  }),
];
