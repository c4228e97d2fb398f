import { queryOptions } from '@tanstack/react-query';
import { homeSchema } from '@/lib/contracts/home';
import { api } from './http';

/** What waits for the reader in a workspace. */
export function homeOptions(workspace: string) {
  return queryOptions({
    queryKey: ['home', workspace],
    queryFn: ({ signal }) => api(`/workspaces/${encodeURIComponent(workspace)}/home`, { schema: homeSchema, signal }),
  });
}
