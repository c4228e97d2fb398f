'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type ItemListAsk, itemListOptions, type PlanPlace } from '@/lib/client/items';
import type { ItemList, ItemRow } from '@/lib/contracts/items';

/** A row of the table: an item, or the head of a group. */
export type ListRow =
  | { readonly type: 'item'; readonly item: ItemRow; readonly index: number }
  | { readonly type: 'group'; readonly key: string; readonly label: string; readonly count: number };

/** The rows that have been read so far, with group heads between them, and how to read on. */
export function useItemRows(
  place: PlanPlace,
  ask: ItemListAsk,
  first: { readonly ask: ItemListAsk; readonly page: ItemList } | null,
) {
  const seeded = first !== null && JSON.stringify(first.ask) === JSON.stringify(ask);
  const query = useInfiniteQuery({
    ...itemListOptions(place, ask),
    ...(seeded ? { initialData: { pages: [first.page], pageParams: [null] } } : {}),
  });
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const head = data?.pages[0];
  const rows = useMemo(() => rowsOf(data?.pages ?? [], ask.group !== undefined), [data, ask.group]);
  const items = useMemo(() => rows.flatMap((row) => (row.type === 'item' ? [row.item] : [])), [rows]);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return { query, head, rows, items, readOn };
}

function rowsOf(pages: readonly ItemList[], isGrouped: boolean): ListRow[] {
  const groups = new Map(pages[0]?.groups.map((group) => [group.key, group]));
  const rows: ListRow[] = [];
  let current: string | null = null;
  let index = 0;
  for (const page of pages) {
    for (const item of page.items) {
      if (isGrouped && item.group !== current) {
        current = item.group;
        const group = groups.get(current);
        rows.push({ type: 'group', key: current, label: group?.label ?? current, count: group?.count ?? 0 });
      }
      rows.push({ type: 'item', item, index });
      index += 1;
    }
  }
  return rows;
}
