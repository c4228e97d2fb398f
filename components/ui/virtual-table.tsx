'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { grouped } from '@/lib/kit/grouped';
import { cn } from './cn';
import { HeadCell, rowStates } from './table';
import { usePrinting } from './use-printing';

export interface VirtualColumn<T> {
  id: string;
  head: ReactNode;
  /** A CSS width such as `14rem`; columns without one share the rest. */
  width?: string;
  numeric?: boolean;
  /** Left out on narrow screens. */
  hideBelow?: 'sm' | 'md' | 'lg';
  /** This cell is what the row is called. */
  rowHead?: boolean;
  sort?: 'ascending' | 'descending' | 'none';
  onSort?: () => void;
  cell: (row: T, index: number, isSelected: boolean) => ReactNode;
}

export interface VirtualTableProps<T> {
  label: string;
  /** Kept from one rendering to the next, so that only the rows that change are drawn again. */
  columns: readonly VirtualColumn<T>[];
  /** Heads that change more often than their cells do, by column. */
  heads?: Readonly<Record<string, ReactNode>>;
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** How many rows there are in all, when only some are loaded. */
  total?: number;
  /** The row under the keyboard's cursor; kept in view. */
  activeIndex?: number;
  isSelected?: (row: T) => boolean;
  onRowClick?: (row: T, index: number) => void;
  /** Called when the end comes near, to read the next page. */
  onNearEnd?: () => void;
  className?: string;
}

const hidden = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden' };

/** The row height the style sheet has chosen, in pixels: 32, 40 or 44. */
function rowHeight(frame: HTMLElement | null): number {
  if (!frame) return 32;
  const style = getComputedStyle(frame);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return (Number.parseFloat(style.getPropertyValue('--row')) || 2) * rem;
}

/** A real table of any length: only the rows in view are in the page, and their true numbers are told to readers. */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, columns, heads, rows, rowKey, total, activeIndex, isSelected, onRowClick, onNearEnd, className } =
    props;
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight(frame.current),
    overscan: 12,
    initialRect: { width: 1024, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const isPrinting = usePrinting();
  const shown = isPrinting ? rows.map((_, index) => ({ index })) : items;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onNearEnd?.();
  }, [last, rows.length, onNearEnd]);
  useEffect(() => {
    if (activeIndex !== undefined && activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtual]);
  const latest = useRef(onRowClick);
  useLayoutEffect(() => {
    latest.current = onRowClick;
  }, [onRowClick]);
  const press = useCallback((row: T, index: number) => latest.current?.(row, index), []);
  const above = isPrinting ? 0 : (items[0]?.start ?? 0);
  const below = isPrinting ? 0 : Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0));
  return (
    <section
      ref={frame}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className={cn('min-h-0 flex-1 overflow-auto scroll-pt-row', className)}
      data-print="flow"
    >
      <table
        aria-label={label}
        aria-rowcount={(total ?? rows.length) + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-sm"
      >
        <thead className="sticky top-0 z-10 bg-bg">
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                {...(column.sort ? { sort: column.sort } : {})}
                {...(column.onSort ? { onSort: column.onSort } : {})}
                style={column.width ? { width: column.width } : undefined}
                className={cn(column.numeric && 'text-right', column.hideBelow && hidden[column.hideBelow])}
              >
                {heads?.[column.id] ?? column.head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {/* One cell wide: a span over columns that are hidden would still give them room. */}
          {above > 0 ? (
            <tr aria-hidden>
              <td style={{ height: above, padding: 0 }} />
            </tr>
          ) : null}
          {shown.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <VirtualRow
                key={rowKey(row)}
                row={row}
                index={item.index}
                columns={columns}
                // A row may be higher than the style sheet's: on a phone its name has a second line.
                measure={isPrinting ? undefined : virtual.measureElement}
                isActive={item.index === activeIndex}
                isSelected={isSelected?.(row) ?? false}
                isSelectable={isSelected !== undefined}
                onPress={onRowClick ? press : undefined}
              />
            );
          })}
          {below > 0 ? (
            <tr aria-hidden>
              <td style={{ height: below, padding: 0 }} />
            </tr>
          ) : null}
        </tbody>
      </table>
      {total !== undefined && total > rows.length ? (
        <p className="hidden py-2 text-sm print:block">
          The first {grouped(rows.length)} of {grouped(total)}. Exports has them all, as a documentation site.
        </p>
      ) : null}
    </section>
  );
}

interface VirtualRowProps<T> {
  row: T;
  index: number;
  columns: readonly VirtualColumn<T>[];
  measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  isActive: boolean;
  isSelected: boolean;
  isSelectable: boolean;
  onPress: ((row: T, index: number) => void) | undefined;
}

/** A key that moves the cursor changes two rows of the many in the page, and a measurement none. */
const VirtualRow = memo(function VirtualRow<T>(props: VirtualRowProps<T>) {
  const { row, index, columns, measure, isActive, isSelected, isSelectable, onPress } = props;
  return (
    <tr
      ref={measure}
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isSelected : undefined}
      data-active={isActive || undefined}
      data-index={index}
      onClick={onPress ? () => onPress(row, index) : undefined}
      className={cn(rowStates, onPress && 'cursor-pointer')}
    >
      {columns.map((column) => {
        const Tag = column.rowHead ? 'th' : 'td';
        return (
          <Tag
            key={column.id}
            {...(column.rowHead ? { scope: 'row' as const } : {})}
            className={cn(
              'h-row truncate border-border border-b px-2 text-left font-normal',
              column.numeric && 'text-right tabular-nums',
              column.hideBelow && hidden[column.hideBelow],
            )}
          >
            {column.cell(row, index, isSelected)}
          </Tag>
        );
      })}
    </tr>
  );
}) as <T>(props: VirtualRowProps<T>) => ReactNode;
