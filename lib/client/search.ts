import { queryOptions } from '@tanstack/react-query';
import type { SearchQuery } from '@/lib/contracts/search';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const searchContract = () => import('@/lib/contracts/search');

/** The compact index of a plan, read once and kept for look-ups that never wait for the network. */
export function searchIndexOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: ['search-index', place.workspace, place.plan],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/search-index`, {
        schema: async () => (await searchContract()).searchIndexSchema,
        signal,
      }),
    staleTime: 5 * 60_000,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

export type SearchAsk = Omit<Partial<SearchQuery>, 'limit'>;

/** Everything a plan says about some words, with facets. */
export function searchOptions(place: PlanPlace, ask: SearchAsk) {
  return queryOptions({
    queryKey: ['search', place.workspace, place.plan, ask],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/search`, {
        schema: async () => (await searchContract()).searchResultSchema,
        signal,
        query: ask,
      }),
  });
}

/** What notes and discussions say in some words. */
export function saidOptions(place: PlanPlace, q: string) {
  return queryOptions({
    queryKey: ['search', place.workspace, place.plan, 'said', q],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/search`, {
        schema: async () => (await searchContract()).searchResultSchema,
        signal,
        query: { q, only: 'said', limit: 5 },
      }),
    staleTime: 30_000,
  });
}
