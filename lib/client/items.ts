import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ItemHistory, ItemList, ItemListQuery, ItemView } from '@/lib/contracts/items';
import { api } from './http';

const itemsContract = () => import('@/lib/contracts/items');

/** Where a plan lives in the API. */
export interface PlanPlace {
  readonly workspace: string;
  readonly plan: string;
}

/** The API's path of a plan. */
export function planPath({ workspace, plan }: PlanPlace): string {
  return `/workspaces/${encodeURIComponent(workspace)}/plans/${encodeURIComponent(plan)}`;
}

export type ItemListAsk = Omit<Partial<ItemListQuery>, 'cursor' | 'limit'>;

/** Keys of everything read about items; the noun alone invalidates all. */
export const itemKeys = {
  all: (place: PlanPlace) => ['items', place.workspace, place.plan] as const,
  lists: (place: PlanPlace) => [...itemKeys.all(place), 'list'] as const,
  list: (place: PlanPlace, ask: ItemListAsk) => [...itemKeys.lists(place), ask] as const,
  one: (place: PlanPlace, id: string, at: string | number | undefined) =>
    [...itemKeys.all(place), 'one', id, at ?? null] as const,
  history: (place: PlanPlace, id: string) => [...itemKeys.all(place), 'history', id] as const,
};

/** Rows of one page of a list, the same for the server's first page and those that follow. */
export const itemPageSize = 200;

/** A list of items, page by page. */
export function itemListOptions(place: PlanPlace, ask: ItemListAsk) {
  return infiniteQueryOptions({
    queryKey: itemKeys.list(place, ask),
    queryFn: ({ pageParam, signal }): Promise<ItemList> =>
      api(`${planPath(place)}/items`, {
        schema: async () => (await itemsContract()).itemListSchema,
        signal,
        query: { ...ask, limit: itemPageSize, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One item by id, for the peek. */
export function itemOptions(place: PlanPlace, id: string, at?: string | number) {
  return queryOptions({
    queryKey: itemKeys.one(place, id, at),
    queryFn: ({ signal }): Promise<ItemView> =>
      api(`${planPath(place)}/items/${encodeURIComponent(id)}`, {
        schema: async () => (await itemsContract()).itemViewSchema,
        signal,
        query: { at },
      }),
  });
}

/** The revisions of an item and who last changed each field. */
export function itemHistoryOptions(place: PlanPlace, id: string, at: string | null) {
  return queryOptions({
    queryKey: [...itemKeys.history(place, id), at],
    queryFn: ({ signal }): Promise<ItemHistory> =>
      api(
        `${planPath(place)}/items/${encodeURIComponent(id)}/history${at === null ? '' : `?at=${encodeURIComponent(at)}`}`,
        {
          schema: async () => (await itemsContract()).itemHistorySchema,
          signal,
        },
      ),
    staleTime: 60_000,
  });
}
