import { followingQuerySchema, followingSchema, rolloutViewSchema, setRolloutSchema } from '@/lib/contracts/rollout';
import { readFollowing, readRollout } from '@/lib/features/rollout/read-rollout';
import { setRollout } from '@/lib/features/rollout/set-rollout';
import { get, put, type Route } from './route';

/** How far changes have come in the code of each source. */
export const rolloutRoutes: readonly Route[] = [
  get('/plans/{plan}/releases/{number}/rollout', {
    summary: 'Read how far the changes of a release have come in each source',
    action: 'rollout.read',
    result: rolloutViewSchema,
    run: readRollout,
  }),
  put('/plans/{plan}/releases/{number}/rollout', {
    summary: 'Say how far changes of a release have come in sources',
    action: 'rollout.update',
    body: setRolloutSchema,
    result: rolloutViewSchema,
    run: setRollout,
  }),
  get('/plans/{plan}/rollout', {
    summary: 'List what still has to follow in a source, or every change of an item by source',
    action: 'rollout.read',
    query: followingQuerySchema,
    result: followingSchema,
    run: readFollowing,
  }),
];
