'use client';
import { Checkbox } from '@/components/ui/checkbox';
import type { VirtualColumn } from '@/components/ui/virtual-table';
import type { ItemRow } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { SortKey } from '@/lib/domain/plan-query/list-keys';
import { grouped } from '@/lib/kit/grouped';
import type { ItemColumn } from './columns';
import type { Sort } from './list-state';
import type { ListRow } from './use-item-rows';
import type { useListKeys } from './use-list-keys';

/** The tick over all ticks of a list. */
export function SelectAll({ items, keys }: { items: readonly ItemRow[]; keys: ReturnType<typeof useListKeys> }) {
  const all = items.length > 0 && keys.selected.size === items.length;
  return (
    <Checkbox
      aria-label="Select all"
      checked={all ? true : keys.selected.size > 0 ? 'indeterminate' : false}
      onCheckedChange={() => keys.setSelected(all ? new Set() : new Set(items.map((item) => item.id)))}
    />
  );
}

/** The ticks of a list. */
export function selectColumn(toggle: (item: ItemRow) => void): VirtualColumn<ListRow> {
  return {
    id: 'select',
    head: null,
    width: '2.25rem',
    hideBelow: 'sm',
    cell: (row, _, isSelected) =>
      row.type === 'item' ? (
        <Checkbox
          aria-label={`Select ${qualifiedName(row.item)}`}
          checked={isSelected}
          onCheckedChange={() => toggle(row.item)}
          onClick={(event) => event.stopPropagation()}
        />
      ) : null,
  };
}

/** A column of items as the table takes it; the heads of groups stand under the names. */
export function tableColumn(
  column: ItemColumn,
  sort: Sort,
  at: string | null,
  onSort: (sort: Sort) => void,
): VirtualColumn<ListRow> {
  const { sort: key } = column;
  return {
    id: column.id,
    head: column.head,
    rowHead: column.id === 'name',
    ...(column.width ? { width: column.width } : {}),
    ...(column.numeric ? { numeric: true } : {}),
    ...(column.hideBelow ? { hideBelow: column.hideBelow } : {}),
    ...(key ? { sort: sortState(key, sort), onSort: () => onSort(sort === key ? `-${key}` : key) } : {}),
    cell: (row) =>
      row.type === 'item' ? column.cell(row.item, at) : column.id === 'name' ? <GroupHead row={row} /> : null,
  };
}

function sortState(key: SortKey, sort: Sort): 'ascending' | 'descending' | 'none' {
  return sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
}

function GroupHead({ row }: { row: Extract<ListRow, { type: 'group' }> }) {
  return (
    <span className="font-semibold text-muted">
      {row.label} <span className="font-normal text-subtle tabular-nums">{grouped(row.count)}</span>
    </span>
  );
}
