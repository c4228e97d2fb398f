import { searchIndexSchema, searchQuerySchema, searchResultSchema } from '@/lib/contracts/search';
import { readSearchIndex, searchIndexTag } from '@/lib/features/search/read-search-index';
import { searchPlan } from '@/lib/features/search/search-plan';
import { get, type Route } from './route';

/** Search, and the index the browser looks up in. */
export const searchRoutes: readonly Route[] = [
  get('/plans/{plan}/search', {
    summary: 'Search items, former names and sentences, with facets',
    action: 'search.read',
    query: searchQuerySchema,
    result: searchResultSchema,
    run: searchPlan,
  }),
  get('/plans/{plan}/search-index', {
    summary: 'Read the compact index for look-ups',
    action: 'search.read',
    result: searchIndexSchema,
    etag: searchIndexTag,
    run: readSearchIndex,
  }),
];
