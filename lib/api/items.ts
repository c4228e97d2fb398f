import {
  atSchema,
  itemHistorySchema,
  itemListQuerySchema,
  itemListSchema,
  itemQuerySchema,
  itemViewSchema,
  snapshotViewSchema,
} from '@/lib/contracts/items';
import { listItems } from '@/lib/features/items/list-items';
import { readItem } from '@/lib/features/items/read-item';
import { readItemHistory } from '@/lib/features/items/read-item-history';
import { readSnapshot } from '@/lib/features/items/read-snapshot';
import { get, type Route } from './route';

/** Items of every kind, at any release. */
export const itemRoutes: readonly Route[] = [
  get('/plans/{plan}/items', {
    summary: 'List, filter, sort and group items',
    action: 'item.read',
    query: itemListQuerySchema,
    result: itemListSchema,
    run: listItems,
  }),
  get('/plans/{plan}/items/{item}', {
    summary: 'Read an item by id, name, namespace/name or former name',
    action: 'item.read',
    query: itemQuerySchema,
    result: itemViewSchema,
    run: readItem,
  }),
  get('/plans/{plan}/items/{item}/history', {
    summary: 'Read every state of an item, and who last changed each field',
    action: 'item.read',
    query: atSchema,
    result: itemHistorySchema,
    run: readItemHistory,
  }),
  get('/plans/{plan}/snapshot', {
    summary: 'Read a whole plan at a release',
    action: 'item.read',
    query: atSchema,
    result: snapshotViewSchema,
    etag: (view) => `"${view.planId}.${view.release}"`,
    run: readSnapshot,
  }),
];
