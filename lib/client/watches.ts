import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemList, ItemView } from '@/lib/contracts/items';
import type { WatchList } from '@/lib/contracts/watches';
import type { WatchLevel } from '@/lib/domain/watch/target';
import { api } from './http';
import { itemKeys, type PlanPlace, planPath } from './items';
import { workspacePath } from './workspaces';

const watchesContract = () => import('@/lib/contracts/watches');

/** What the reader watches in a workspace. */
export function watchesOptions(workspace: string) {
  return queryOptions({
    queryKey: ['watches', workspace],
    queryFn: ({ signal }): Promise<WatchList> =>
      api(`${workspacePath(workspace)}/watches`, {
        schema: async () => (await watchesContract()).watchListSchema,
        signal,
      }),
  });
}

/** What is to be heard of a target from now on; null ends its watch. */
export interface WatchChoice {
  readonly place: PlanPlace;
  readonly target: string;
  readonly level: WatchLevel | null;
}

/** Sets how much of a target is heard, or ends its watch. */
export function useSetWatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ place, target, level }: WatchChoice) =>
      api(`${planPath(place)}/watches/${encodeURIComponent(target)}`, {
        method: level === null ? 'DELETE' : 'PUT',
        schema: async () => (await watchesContract()).watchStateSchema,
        ...(level === null ? {} : { body: { level } }),
      }),
    onSettled: (_state, _error, { place }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['watches'] }),
        client.invalidateQueries({ queryKey: ['inbox'] }),
        client.invalidateQueries({ queryKey: itemKeys.lists(place) }),
      ]),
  });
}

interface Wanted {
  readonly targetId: string;
  readonly watching: boolean;
}

interface Pages {
  readonly pages: readonly ItemList[];
  readonly pageParams: readonly unknown[];
}

/** Watches an item or stops; shown at once, and taken back when the server refuses. `targetId` is an item's id. */
export function useWatchItem(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ targetId, watching }: Wanted) =>
      api(`${planPath(place)}/watches/${encodeURIComponent(targetId)}`, {
        method: watching ? 'PUT' : 'DELETE',
        schema: async () => (await watchesContract()).watchStateSchema,
        ...(watching ? { body: { level: 'all' } } : {}),
      }),
    onMutate: async (wanted) => {
      await client.cancelQueries({ queryKey: itemKeys.all(place) });
      const before = client.getQueriesData({ queryKey: itemKeys.all(place) });
      client.setQueriesData<Pages>({ queryKey: itemKeys.lists(place) }, (data) => data && withWatch(data, wanted));
      client.setQueriesData<ItemView>(
        { queryKey: [...itemKeys.all(place), 'one', wanted.targetId] },
        (view) => view && { ...watched(view, wanted.watching), watchLevel: wanted.watching ? 'all' : null },
      );
      return { before };
    },
    onError: (_error, _wanted, context) => {
      for (const [key, data] of context?.before ?? []) client.setQueryData(key, data);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['watches'] }),
  });
}

function withWatch(data: Pages, wanted: Wanted): Pages {
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === wanted.targetId ? watched(row, wanted.watching) : row)),
    })),
  };
}

function watched<T extends { watching: boolean; watchers: number }>(row: T, watching: boolean): T {
  return row.watching === watching
    ? row
    : { ...row, watching, watchers: Math.max(0, row.watchers + (watching ? 1 : -1)) };
}
