import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const commonContract = () => import('@/lib/contracts/common');
const synonymsContract = () => import('@/lib/contracts/synonyms');

const pathOf = (place: PlanPlace, id?: string) =>
  `${planPath(place)}/synonyms${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
const vainPath = (place: PlanPlace) => `${planPath(place)}/vain-searches`;
const keyOf = (place: PlanPlace) => ['synonyms', place.workspace, place.plan] as const;

/** The words that searches of a plan take for one another. */
export function synonymsOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: [...keyOf(place), 'sets'],
    queryFn: ({ signal }) =>
      api(pathOf(place), { schema: async () => (await synonymsContract()).synonymListSchema, signal }),
  });
}

/** What people searched for in vain; only for contributors. */
export function vainSearchesOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: [...keyOf(place), 'vain'],
    queryFn: ({ signal }) =>
      api(vainPath(place), { schema: async () => (await synonymsContract()).vainListSchema, signal }),
  });
}

function useRefresh(place: PlanPlace) {
  const client = useQueryClient();
  const { workspace, plan } = place;
  return async () => {
    await Promise.all(
      ['synonyms', 'search', 'search-index'].map((noun) =>
        client.invalidateQueries({ queryKey: [noun, workspace, plan] }),
      ),
    );
  };
}

/** Adds a set of synonyms, or changes one that nobody changed since it was read. */
export function useSaveSynonyms(place: PlanPlace) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: ({
      before,
      words,
    }: {
      before?: { readonly id: string; readonly lockVersion: number } | undefined;
      words: readonly string[];
    }) =>
      before
        ? api(pathOf(place, before.id), {
            method: 'PUT',
            body: { words },
            ifMatch: before.lockVersion,
            schema: async () => (await synonymsContract()).synonymSetSchema,
          })
        : api(pathOf(place), {
            method: 'POST',
            body: { words },
            schema: async () => (await synonymsContract()).synonymSetSchema,
          }),
    onSuccess: refresh,
  });
}

/** Forgets a set of synonyms. */
export function useRemoveSynonyms(place: PlanPlace) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (id: string) =>
      api(pathOf(place, id), { method: 'DELETE', schema: async () => (await commonContract()).doneSchema }),
    onSettled: refresh,
  });
}

/** Says that something searched for in vain needs no synonym. */
export function useDismissVain(place: PlanPlace) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (text: string) =>
      api(`${vainPath(place)}/dismiss`, {
        method: 'POST',
        body: { text },
        schema: async () => (await commonContract()).doneSchema,
      }),
    onSettled: refresh,
  });
}

/** Lets a search in vain be counted, without a word when that fails: whoever searches has other things to do. */
export async function countVainSearch(place: PlanPlace, q: string): Promise<void> {
  try {
    await api(vainPath(place), {
      method: 'POST',
      body: { q: q.slice(0, 100) },
      schema: async () => (await synonymsContract()).vainKeptSchema,
    });
  } catch {
    // One search less is counted.
  }
}
