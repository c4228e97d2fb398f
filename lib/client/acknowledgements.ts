import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './http';

const channelsContract = () => import('@/lib/contracts/channels');

function pathOf(token: string): string {
  return `/acknowledgements/${encodeURIComponent(token)}`;
}

/** What a signed link from a message asks to acknowledge. */
export function acknowledgementOptions(token: string) {
  return queryOptions({
    queryKey: ['acknowledgement', token],
    queryFn: ({ signal }) =>
      api(pathOf(token), { schema: async () => (await channelsContract()).acknowledgementViewSchema, signal }),
    retry: false,
  });
}

/** Acknowledges it. */
export function useAcknowledge(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api(pathOf(token), { method: 'POST', schema: async () => (await channelsContract()).acknowledgementViewSchema }),
    onSuccess: (view) => client.setQueryData(acknowledgementOptions(token).queryKey, view),
  });
}
