import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ActivityKind } from '@/lib/domain/activity/activity';
import { api } from './http';
import { planPath } from './items';
import { unlessLive } from './live-pace';
import { workspacePath } from './workspaces';

const activityContract = () => import('@/lib/contracts/activity');

/** Whose activity: a plan's, an item's by its id, or a person's. */
export type ActivityOf =
  | { readonly type: 'plan'; readonly workspace: string; readonly plan: string }
  | { readonly type: 'item'; readonly workspace: string; readonly plan: string; readonly item: string }
  | { readonly type: 'person'; readonly workspace: string; readonly id: string };

/** The key of all activity in a workspace: most of what is done shows in several places. */
export const activityKey = (workspace: string) => ['activity', workspace] as const;

function pathOf(of: ActivityOf): string {
  switch (of.type) {
    case 'plan':
      return `${planPath(of)}/activity`;
    case 'item':
      return `${planPath(of)}/items/${encodeURIComponent(of.item)}/activity`;
    case 'person':
      return `${workspacePath(of.workspace)}/members/${encodeURIComponent(of.id)}/activity`;
  }
}

/** Entries on one page, the same for the server's first page and those that follow. */
export const activityPageSize = 50;

/** What was done, the latest first, page by page. */
export function activityOptions(of: ActivityOf, kind: ActivityKind | null) {
  const path = pathOf(of);
  return infiniteQueryOptions({
    queryKey: [...activityKey(of.workspace), path, kind],
    queryFn: ({ signal, pageParam }) =>
      api(path, {
        query: { kind: kind ?? undefined, cursor: pageParam, limit: activityPageSize },
        schema: async () => (await activityContract()).activityPageSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: unlessLive(60_000),
  });
}
