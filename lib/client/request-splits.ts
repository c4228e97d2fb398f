import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { changeRequestKeys, changeRequestPath } from './change-requests';
import { api, newIdempotencyKey } from './http';
import type { PlanPlace } from './items';

const contract = () => import('@/lib/contracts/request-splits');

/** Which changes of a request hold together, as it stands in one version. */
export function splitOptions(place: PlanPlace, number: number, lockVersion: number) {
  return queryOptions({
    queryKey: [...changeRequestKeys.one(place, number), 'split', lockVersion],
    queryFn: ({ signal }) =>
      api(`${changeRequestPath(place, number)}/split`, {
        schema: async () => (await contract()).splitOptionsViewSchema,
        signal,
      }),
  });
}

/** Leaves some items for a follow-up request and puts both on screen. */
export function useSplit(place: PlanPlace, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ stays, title, lockVersion }: { stays: string[]; title: string; lockVersion: number }) =>
      api(`${changeRequestPath(place, number)}/split`, {
        method: 'POST',
        body: { stays, title },
        ifMatch: lockVersion,
        schema: async () => (await contract()).splitViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: ({ request, followUp }) => {
      client.setQueryData(changeRequestKeys.view(place, number), request);
      client.setQueryData(changeRequestKeys.view(place, followUp.number), followUp);
      return Promise.all([
        client.invalidateQueries({ queryKey: changeRequestKeys.lists(place) }),
        client.invalidateQueries({ queryKey: changeRequestKeys.threads(place, number) }),
      ]);
    },
    onError: () => client.invalidateQueries({ queryKey: changeRequestKeys.one(place, number) }),
  });
}
