import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { UpdatePreferencesRequest } from '@/lib/contracts/preferences';
import { api } from './http';

const preferencesContract = () => import('@/lib/contracts/preferences');

/** How the person likes the product. */
export function preferencesOptions() {
  return queryOptions({
    queryKey: ['account', 'preferences'],
    queryFn: ({ signal }) =>
      api('/account/preferences', { schema: async () => (await preferencesContract()).preferencesSchema, signal }),
    staleTime: 60_000,
  });
}

/** Changes some preferences. */
export function useUpdatePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdatePreferencesRequest) =>
      api('/account/preferences', {
        method: 'PATCH',
        body,
        schema: async () => (await preferencesContract()).preferencesSchema,
      }),
    onSuccess: (view) => client.setQueryData(preferencesOptions().queryKey, view),
  });
}
