import {
  createTermSchema,
  glossaryQuerySchema,
  termHistorySchema,
  termListSchema,
  termViewSchema,
  updateTermSchema,
} from '@/lib/contracts/glossary';
import { listTermHistory } from '@/lib/features/glossary/list-term-history';
import { listTerms } from '@/lib/features/glossary/list-terms';
import { createTerm, removeTerm, restoreTerm, updateTerm } from '@/lib/features/glossary/save-term';
import { del, get, patch, post, type Route } from './route';

/** The glossary: the words of a plan's own. */
export const glossaryRoutes: readonly Route[] = [
  get('/plans/{plan}/glossary', {
    summary: 'List the words of a plan’s own, and what its people mean or meant by them',
    action: 'glossary.read',
    query: glossaryQuerySchema,
    result: termListSchema,
    run: listTerms,
  }),
  post('/plans/{plan}/glossary', {
    summary: 'Explain a word in the glossary',
    action: 'glossary.create',
    body: createTermSchema,
    result: termViewSchema,
    status: 201,
    run: createTerm,
  }),
  get('/plans/{plan}/glossary/{id}/history', {
    summary: 'Read what the glossary said of a word before, who changed it and when',
    action: 'glossary.read',
    query: glossaryQuerySchema,
    result: termHistorySchema,
    run: listTermHistory,
  }),
  patch('/plans/{plan}/glossary/{id}', {
    summary: 'Change what the glossary says of a word',
    action: 'glossary.update',
    body: updateTermSchema,
    result: termViewSchema,
    ifMatch: 'required',
    run: updateTerm,
  }),
  del('/plans/{plan}/glossary/{id}', {
    summary: 'Take a word out of the glossary',
    action: 'glossary.remove',
    result: termViewSchema,
    run: removeTerm,
  }),
  post('/plans/{plan}/glossary/{id}/restore', {
    summary: 'Bring a word back that was taken out of the glossary',
    action: 'glossary.update',
    result: termViewSchema,
    run: restoreTerm,
  }),
];
