import { doneSchema } from '@/lib/contracts/common';
import {
  dismissVainSchema,
  synonymListSchema,
  synonymSetSchema,
  synonymsBodySchema,
  vainListSchema,
} from '@/lib/contracts/synonyms';
import { listSynonyms, listVainSearches } from '@/lib/features/synonyms/list-synonyms';
import {
  createSynonyms,
  dismissVainSearch,
  removeSynonyms,
  updateSynonyms,
} from '@/lib/features/synonyms/save-synonyms';
import { del, get, post, put, type Route } from './route';

/** The synonyms that searches of a plan know, and what was searched for in vain. */
export const synonymRoutes: readonly Route[] = [
  get('/plans/{plan}/synonyms', {
    summary: 'List the words that searches of a plan take for one another',
    action: 'synonym.read',
    result: synonymListSchema,
    run: listSynonyms,
  }),
  post('/plans/{plan}/synonyms', {
    summary: 'Let searches take words for one another',
    action: 'synonym.update',
    body: synonymsBodySchema,
    result: synonymSetSchema,
    status: 201,
    run: createSynonyms,
  }),
  put('/plans/{plan}/synonyms/{id}', {
    summary: 'Change a set of synonyms',
    action: 'synonym.update',
    body: synonymsBodySchema,
    result: synonymSetSchema,
    ifMatch: 'required',
    run: updateSynonyms,
  }),
  del('/plans/{plan}/synonyms/{id}', {
    summary: 'Forget a set of synonyms',
    action: 'synonym.update',
    result: doneSchema,
    run: removeSynonyms,
  }),
  get('/plans/{plan}/vain-searches', {
    summary: 'List what people searched for and did not find, without saying who',
    action: 'synonym.update',
    result: vainListSchema,
    run: listVainSearches,
  }),
  post('/plans/{plan}/vain-searches/dismiss', {
    summary: 'Say that something searched for in vain needs no synonym',
    action: 'synonym.update',
    body: dismissVainSchema,
    result: doneSchema,
    run: dismissVainSearch,
  }),
];
