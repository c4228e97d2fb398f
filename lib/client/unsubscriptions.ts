import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './http';

const channelsContract = () => import('@/lib/contracts/channels');

function pathOf(token: string): string {
  return `/unsubscriptions/${encodeURIComponent(token)}`;
}

/** What a link in a message offers to stop. */
export function unsubscriptionOptions(token: string) {
  return queryOptions({
    queryKey: ['unsubscription', token],
    queryFn: ({ signal }) =>
      api(pathOf(token), { schema: async () => (await channelsContract()).unsubscriptionViewSchema, signal }),
    retry: false,
  });
}

/** Stops it. */
export function useUnsubscribe(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api(pathOf(token), { method: 'POST', schema: async () => (await channelsContract()).unsubscriptionViewSchema }),
    onSuccess: (view) => client.setQueryData(unsubscriptionOptions(token).queryKey, view),
  });
}
