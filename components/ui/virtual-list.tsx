'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from './cn';

export interface VirtualListProps<T> {
  label: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** A guess of a row's height in pixels; the true one is measured. */
  estimatePx: number;
  activeIndex?: number;
  onNearEnd?: () => void;
  className?: string;
  children: (row: T, index: number) => ReactNode;
}

/** A list of any length whose rows may differ in height; only those in view are in the page. */
export function VirtualList<T>({
  label,
  rows,
  rowKey,
  estimatePx,
  activeIndex,
  onNearEnd,
  className,
  children,
}: VirtualListProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimatePx,
    overscan: 6,
    initialRect: { width: 600, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 10) onNearEnd?.();
  }, [last, rows.length, onNearEnd]);
  useEffect(() => {
    if (activeIndex !== undefined && activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtual]);
  return (
    <div ref={frame} className={cn('min-h-0 flex-1 overflow-auto', className)} data-print="flow">
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={rowKey(row)}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="absolute top-0 left-0 w-full"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {children(row, item.index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
