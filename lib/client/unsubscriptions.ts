import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { unsubscriptionViewSchema } from '@/lib/contracts/channels';
import { api } from './http';

function pathOf(token: string): string {
  return `/unsubscriptions/${encodeURIComponent(token)}`;
}

/** What a link in a message offers to stop. */
export function unsubscriptionOptions(token: string) {
  return queryOptions({
    queryKey: ['unsubscription', token],
    queryFn: ({ signal }) => api(pathOf(token), { schema: unsubscriptionViewSchema, signal }),
    retry: false,
  });
}

/** Stops it. */
export function useUnsubscribe(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api(pathOf(token), { method: 'POST', schema: unsubscriptionViewSchema }),
    onSuccess: (view) => client.setQueryData(unsubscriptionOptions(token).queryKey, view),
  });
}
