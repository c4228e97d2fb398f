import { queryOptions } from '@tanstack/react-query';
import { planListSchema } from '@/lib/contracts/plans';
import { api } from './http';

/** The plans of a workspace. */
export function planListOptions(workspace: string) {
  return queryOptions({
    queryKey: ['plans', workspace],
    queryFn: ({ signal }) =>
      api(`/workspaces/${encodeURIComponent(workspace)}/plans`, { schema: planListSchema, signal }),
    staleTime: 60_000,
  });
}
