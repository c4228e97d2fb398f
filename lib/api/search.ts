import { atSchema } from '@/lib/contracts/items';
import { searchIndexSchema, searchQuerySchema, searchResultSchema } from '@/lib/contracts/search';
import { vainKeptSchema, vainSearchBodySchema } from '@/lib/contracts/synonyms';
import { readSearchIndex, searchIndexTag } from '@/lib/features/search/read-search-index';
import { recordVainSearch } from '@/lib/features/search/record-vain-search';
import { searchPlan } from '@/lib/features/search/search-plan';
import { get, post, type Route } from './route';

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
    query: atSchema,
    result: searchIndexSchema,
    etag: searchIndexTag,
    run: readSearchIndex,
  }),
  post('/plans/{plan}/vain-searches', {
    summary: 'Count a search that found nothing for sure, without saying who searched',
    action: 'search.record',
    body: vainSearchBodySchema,
    result: vainKeptSchema,
    idempotent: false,
    run: recordVainSearch,
  }),
];
