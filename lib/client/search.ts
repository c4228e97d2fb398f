import { queryOptions } from '@tanstack/react-query';
import { searchIndexSchema } from '@/lib/contracts/search';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

/** The compact index of a plan, read once and kept for look-ups that never wait for the network. */
export function searchIndexOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: ['search-index', place.workspace, place.plan],
    queryFn: ({ signal }) => api(`${planPath(place)}/search-index`, { schema: searchIndexSchema, signal }),
    staleTime: 5 * 60_000,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
