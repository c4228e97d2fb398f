import { queryOptions } from '@tanstack/react-query';
import type { SearchQuery } from '@/lib/contracts/search';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const searchContract = () => import('@/lib/contracts/search');

/** The compact index of a plan, read once and kept for look-ups that never wait for the network; one of the past not for long. */
export function searchIndexOptions(place: PlanPlace, at: string | null) {
  return queryOptions({
    queryKey: ['search-index', place.workspace, place.plan, at],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/search-index`, {
        schema: async () => (await searchContract()).searchIndexSchema,
        signal,
        query: { at },
      }),
    staleTime: 5 * 60_000,
    ...(at === null ? { gcTime: Number.POSITIVE_INFINITY } : {}),
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
