import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { changeRequestKeys, changeRequestPath } from './change-requests';
import { api, newIdempotencyKey } from './http';
import { itemKeys, type PlanPlace, planPath } from './items';

const contract = () => import('@/lib/contracts/emergency-merges');
const requests = () => import('@/lib/contracts/change-requests');

/** Everything read about a plan's emergency merges. */
export function emergencyKey(place: PlanPlace) {
  return [...changeRequestKeys.all(place), 'emergencies'] as const;
}

/** Emergency merges of a plan that somebody still has to act on. */
export function openEmergenciesOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: [...emergencyKey(place), 'open'],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/emergency-merges`, {
        schema: async () => (await contract()).emergencyListSchema,
        signal,
      }),
    staleTime: 30_000,
  });
}

/** The emergency merges of one request. */
export function requestEmergenciesOptions(place: PlanPlace, number: number, lockVersion: number) {
  return queryOptions({
    queryKey: [...emergencyKey(place), number, lockVersion],
    queryFn: ({ signal }) =>
      api(`${changeRequestPath(place, number)}/emergency`, {
        schema: async () => (await contract()).emergencyListSchema,
        signal,
      }),
    staleTime: 30_000,
  });
}

/** Asks, confirms, takes back or reviews; whatever shows the plan or the request is asked for again. */
export function useEmergencyMove(place: PlanPlace, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (move: { readonly what: 'ask' | 'confirm' | 'withdraw' | 'review'; readonly text?: string }) => {
      const path = `${changeRequestPath(place, number)}/emergency${move.what === 'ask' ? '' : `/${move.what}`}`;
      const body =
        move.what === 'ask' ? { reason: move.text ?? '' } : move.what === 'review' ? { note: move.text ?? '' } : {};
      const sent = { method: 'POST' as const, body, idempotencyKey: newIdempotencyKey() };
      if (move.what === 'confirm')
        return (await api(path, { ...sent, schema: async () => (await requests()).mergedViewSchema })).release;
      await api(path, sent);
      return null;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: changeRequestKeys.all(place) }),
        client.invalidateQueries({ queryKey: itemKeys.all(place) }),
        client.invalidateQueries({ queryKey: ['releases', place.workspace, place.plan] }),
      ]),
  });
}
