import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AuditFilter } from '@/lib/contracts/audit';
import { api } from './http';
import { workspacePath } from './workspaces';

const auditContract = () => import('@/lib/contracts/audit');

const keyOf = (workspace: string) => ['audit', workspace] as const;

/** The workspace's state changes that are wanted, newest first, page by page. */
export function auditOptions(workspace: string, filter: AuditFilter = {}) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(workspace), 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      api(`${workspacePath(workspace)}/audit`, {
        query: { ...filter, cursor: pageParam, limit: 50 },
        schema: async () => (await auditContract()).auditPageSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Whether the record is whole; asked for only when somebody wants to know. */
export function auditCheckOptions(workspace: string) {
  return queryOptions({
    queryKey: [...keyOf(workspace), 'check'],
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/audit/check`, {
        schema: async () => (await auditContract()).auditCheckSchema,
        signal,
      }),
    enabled: false,
  });
}

/** Where the wanted entries are downloaded. */
export function auditExportHref(workspace: string, filter: AuditFilter, format: 'jsonl' | 'csv'): string {
  const search = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(filter)) if (value) search.set(key, value);
  return `/api/v1${workspacePath(workspace)}/audit/export?${search}`;
}
