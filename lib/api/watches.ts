import { watchListSchema, watchStateSchema, watchTargetSchema } from '@/lib/contracts/watches';
import { listWatches } from '@/lib/features/watches/list-watches';
import { readTarget, unwatchTarget, watchTarget } from '@/lib/features/watches/watch-target';
import { del, get, put, type Route } from './route';

/** Watches: who wants to hear of what. */
export const watchRoutes: readonly Route[] = [
  get('/watches', { summary: 'List what you watch', action: 'watch.read', result: watchListSchema, run: listWatches }),
  get('/plans/{plan}/watches/{target}', {
    summary: 'Tell how you watch something',
    action: 'watch.read',
    result: watchStateSchema,
    run: readTarget,
  }),
  put('/plans/{plan}/watches/{target}', {
    summary:
      'Watch an item by its id, the word plan, or tag:…, category:…, owner:team:…, source:…, filter:…, value:property id and value; mute a request:…',
    action: 'watch.create',
    body: watchTargetSchema,
    result: watchStateSchema,
    run: watchTarget,
  }),
  del('/plans/{plan}/watches/{target}', {
    summary: 'Stop watching',
    action: 'watch.remove',
    result: watchStateSchema,
    run: unwatchTarget,
  }),
];
