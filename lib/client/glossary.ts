import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateTerm } from '@/lib/contracts/glossary';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const glossaryContract = () => import('@/lib/contracts/glossary');

const pathOf = (place: PlanPlace, id?: string) =>
  `${planPath(place)}/glossary${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

/** The words of a plan's own, as of the past or now. */
export function glossaryOptions(place: PlanPlace, at: string | null) {
  return queryOptions({
    queryKey: ['glossary', place.workspace, place.plan, 'list', at],
    queryFn: ({ signal }) =>
      api(pathOf(place), { schema: async () => (await glossaryContract()).termListSchema, signal, query: { at } }),
    staleTime: 5 * 60_000,
  });
}

/** What the glossary said of a word until then, the latest first. */
export function termHistoryOptions(place: PlanPlace, id: string, at: string | null) {
  return queryOptions({
    queryKey: ['glossary', place.workspace, place.plan, 'history', id, at],
    queryFn: ({ signal }) =>
      api(`${pathOf(place, id)}/history`, {
        schema: async () => (await glossaryContract()).termHistorySchema,
        signal,
        query: { at },
      }),
    staleTime: 5 * 60_000,
  });
}

function useRefresh(place: PlanPlace) {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['glossary', 'search', 'search-index'].map((noun) =>
        client.invalidateQueries({ queryKey: [noun, place.workspace, place.plan] }),
      ),
    );
  };
}

/** What is written of a term; `before` is absent for a new one. */
export interface TermDraft extends CreateTerm {
  readonly before?: { readonly id: string; readonly lockVersion: number } | undefined;
}

/** Adds a term, or changes one that nobody changed since it was read. */
export function useSaveTerm(place: PlanPlace) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: ({ before, ...body }: TermDraft) =>
      before
        ? api(pathOf(place, before.id), {
            method: 'PATCH',
            body,
            ifMatch: before.lockVersion,
            schema: async () => (await glossaryContract()).termViewSchema,
          })
        : api(pathOf(place), { method: 'POST', body, schema: async () => (await glossaryContract()).termViewSchema }),
    onSuccess: refresh,
  });
}

/** Deletes a term. */
export function useRemoveTerm(place: PlanPlace) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (id: string) =>
      api(pathOf(place, id), { method: 'DELETE', schema: async () => (await glossaryContract()).termViewSchema }),
    onSettled: refresh,
  });
}

/** Brings a deleted term back. */
export function useRestoreTerm(place: PlanPlace) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (id: string) =>
      api(`${pathOf(place, id)}/restore`, {
        method: 'POST',
        schema: async () => (await glossaryContract()).termViewSchema,
      }),
    onSettled: refresh,
  });
}
