import { queryOptions } from '@tanstack/react-query';
import { api } from './http';

const homeContract = () => import('@/lib/contracts/home');

/** What waits for the reader in a workspace. */
export function homeOptions(workspace: string) {
  return queryOptions({
    queryKey: ['home', workspace],
    queryFn: ({ signal }) =>
      api(`/workspaces/${encodeURIComponent(workspace)}/home`, {
        schema: async () => (await homeContract()).homeSchema,
        signal,
      }),
  });
}
