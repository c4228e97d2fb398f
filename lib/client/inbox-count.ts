import { queryOptions } from '@tanstack/react-query';
import type { InboxTab } from '@/lib/contracts/inbox-tabs';
import { api } from './http';
import { workspacePath } from './workspaces';

const inboxContract = () => import('@/lib/contracts/inbox');

/** Keys of everything read about the inbox; the noun alone invalidates all. */
export const inboxKeys = {
  all: (workspace: string) => ['inbox', workspace] as const,
  tab: (workspace: string, tab: InboxTab) => [...inboxKeys.all(workspace), 'tab', tab] as const,
  count: (workspace: string) => [...inboxKeys.all(workspace), 'count'] as const,
  triage: (workspace: string) => ['inbox-triage', workspace] as const,
};

/** How much is unread, for the rail. */
export function inboxCountOptions(workspace: string) {
  return queryOptions({
    queryKey: inboxKeys.count(workspace),
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/inbox/count`, {
        schema: async () => (await inboxContract()).inboxCountSchema,
        signal,
      }),
    refetchInterval: 30_000,
  });
}
