import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { preferencesSchema, type UpdatePreferencesRequest } from '@/lib/contracts/preferences';
import { api } from './http';

/** How the person likes the product. */
export function preferencesOptions() {
  return queryOptions({
    queryKey: ['account', 'preferences'],
    queryFn: ({ signal }) => api('/account/preferences', { schema: preferencesSchema, signal }),
    staleTime: 60_000,
  });
}

/** Changes some preferences. */
export function useUpdatePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdatePreferencesRequest) =>
      api('/account/preferences', { method: 'PATCH', body, schema: preferencesSchema }),
    onSuccess: (view) => client.setQueryData(preferencesOptions().queryKey, view),
  });
}
