import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Unify } from '@/lib/contracts/properties';
import { changeRequestKeys } from './change-requests';
import { api, newIdempotencyKey } from './http';
import { itemKeys, type PlanPlace, planPath } from './items';

const changeRequestsContract = () => import('@/lib/contracts/change-requests');
const propertiesContract = () => import('@/lib/contracts/properties');

/** What would change if properties became one. */
export function unificationOptions(place: PlanPlace, ask: { survivor: string; losers: readonly string[] }) {
  return queryOptions({
    queryKey: [...itemKeys.all(place), 'unification', ask],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/unification`, {
        schema: async () => (await propertiesContract()).unificationSchema,
        signal,
        query: { survivor: ask.survivor, losers: ask.losers.join(',') },
      }),
    enabled: ask.losers.length > 0,
  });
}

/** Proposes that properties become one. */
export function useUnify(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Unify) =>
      api(`${planPath(place)}/unification`, {
        method: 'POST',
        body,
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: changeRequestKeys.all(place) }),
  });
}
