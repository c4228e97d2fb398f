import { infiniteQueryOptions } from '@tanstack/react-query';
import { auditPageSchema } from '@/lib/contracts/audit';
import { api } from './http';
import { workspacePath } from './workspaces';

/** The workspace's state changes, newest first, page by page. */
export function auditOptions(workspace: string) {
  return infiniteQueryOptions({
    queryKey: ['audit', workspace],
    queryFn: ({ signal, pageParam }) =>
      api(`${workspacePath(workspace)}/audit`, {
        query: { cursor: pageParam, limit: 50 },
        schema: auditPageSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
