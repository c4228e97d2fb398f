import { mapQuerySchema, mapViewSchema } from '@/lib/contracts/map';
import { readMap } from '@/lib/features/map/read-map';
import { get, type Route } from './route';

/** The map of a plan. */
export const mapRoutes: readonly Route[] = [
  get('/plans/{plan}/map', {
    summary: 'Read how a plan hangs together: sources, events, destinations and consumers',
    action: 'item.read',
    query: mapQuerySchema,
    result: mapViewSchema,
    run: (actor, { focus, ...place }) => readMap(actor, { ...place, focus: focus ?? null, at: place.at }),
  }),
];
