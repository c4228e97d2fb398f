'use client';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useIsApple } from '@/components/ui/kbd';
import { fillFrom } from '@/lib/domain/grid/blocks';
import type { CellPlace } from '@/lib/domain/grid/sheet';
import { copySelection, pasteAtSelection } from './clipboard';
import { pressGrid, startEditing } from './grid-keys';
import { GridRow } from './grid-row';
import type { GridStore } from './grid-store';
import { useGridState } from './use-grid-state';

const overscan = 8;
/** In rem: what uses are called stands before their cells and is no cell of its own. */
const headWidth = 22;

/** The cells: one tab stop, arrows within, only the rows in view in the page. */
export function GridTable({ store, label, isReadOnly }: { store: GridStore; label: string; isReadOnly: boolean }) {
  const isApple = useIsApple();
  const frame = useRef<HTMLDivElement>(null);
  const count = useGridState(store, (state) => state.sheet.rows.length);
  const { columns, mode } = store.get().sheet;
  const hasHead = mode === 'uses';
  const lefts = useMemo(() => {
    let left = hasHead ? headWidth : 0;
    return columns.map(({ width }) => {
      left += width;
      return left - width;
    });
  }, [columns, hasHead]);
  const width = (lefts.at(-1) ?? 0) + (columns.at(-1)?.width ?? 0);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight(frame.current),
    overscan,
    initialRect: { width: 1024, height: 800 },
    // The row of the cursor stays in the page, since its cell has the focus.
    rangeExtractor: (range) => {
      const { row } = store.get().focus;
      const shown = defaultRangeExtractor(range);
      return row < count && !shown.includes(row) ? [...shown, row].sort((a, b) => a - b) : shown;
    },
  });

  const reveal = useCallback(() => {
    const box = frame.current;
    const { focus } = store.get();
    if (!box) return;
    const rem = rootFontSize();
    const height = rowHeight(box);
    const top = focus.row * height;
    const room = box.clientHeight - height;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + height > box.scrollTop + room) box.scrollTop = top + height - room;
    const frozen = (hasHead ? headWidth : (columns[0]?.width ?? 0)) * rem;
    if (!hasHead && focus.column === 0) return;
    const left = (lefts[focus.column] ?? 0) * rem;
    const right = left + (columns[focus.column]?.width ?? 0) * rem;
    if (left - frozen < box.scrollLeft) box.scrollLeft = left - frozen;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  }, [store, columns, lefts, hasHead]);
  useEffect(() => {
    let seen = store.get().focus;
    return store.listen(() => {
      const { focus } = store.get();
      if (focus === seen) return;
      seen = focus;
      reveal();
    });
  }, [store, reveal]);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || store.get().editing) return;
    const isMod = isApple ? event.metaKey : event.ctrlKey;
    if (isApple ? event.ctrlKey : event.metaKey) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight(frame.current)) - 2);
    const { key, shiftKey, altKey } = event;
    if (pressGrid(store, { key, shiftKey, altKey, isMod }, page, isReadOnly)) event.preventDefault();
  };
  const drag = useDrag(store, isReadOnly);
  const onClipboard = (run: (data: DataTransfer) => void) => (event: React.ClipboardEvent) => {
    if (store.get().editing) return;
    event.preventDefault();
    run(event.clipboardData);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's own layout would measure every row.
    <div
      ref={frame}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (hasHead ? 1 : 0)}
      aria-multiselectable
      aria-readonly={isReadOnly}
      tabIndex={-1}
      className="relative min-h-0 flex-1 overflow-auto border-border border-t outline-none"
      onKeyDown={press}
      onCopy={onClipboard((data) => copySelection(store, data, false))}
      onCut={onClipboard((data) => copySelection(store, data, !isReadOnly))}
      onPaste={onClipboard((data) => (isReadOnly ? undefined : pasteAtSelection(store, data)))}
      onMouseDown={drag}
      onDoubleClick={(event) => {
        if (!isReadOnly && placeUnder(event.target)) startEditing(store);
      }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: heads are read with their cells. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <div role="row" aria-rowindex={1} className="sticky top-0 z-20 flex h-row" style={{ width: `${width}rem` }}>
        {hasHead ? <Head index={1} width={headWidth} label="Event · property" isFrozen /> : null}
        {columns.map((column, index) => (
          <Head
            key={column.key}
            index={index + (hasHead ? 2 : 1)}
            width={column.width}
            label={column.label}
            isFrozen={!hasHead && index === 0}
          />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize(), width: `${width}rem` }}>
        {virtual.getVirtualItems().map((item) => (
          <GridRow
            key={item.key}
            store={store}
            index={item.index}
            top={item.start}
            lefts={lefts}
            hasHead={hasHead}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
    </div>
  );
}

function Head({ index, width, label, isFrozen }: { index: number; width: number; label: string; isFrozen: boolean }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: heads are read with their cells.
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    <div
      role="columnheader"
      aria-colindex={index}
      style={{ width: `${width}rem` }}
      className={`shrink-0 truncate border-border border-r border-b bg-surface px-2 font-medium text-muted text-xs leading-(--row) ${isFrozen ? 'sticky left-0 z-10' : ''}`}
    >
      {label}
    </div>
  );
}

/** Presses, drags over cells and drags of the corner; the same is done by keys. */
function useDrag(store: GridStore, isReadOnly: boolean) {
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return (event: MouseEvent) => {
    if (event.button !== 0) return;
    const place = placeUnder(event.target);
    if (!place) return;
    const isFill =
      !isReadOnly && event.target instanceof Element && event.target.closest('[data-fill-handle]') !== null;
    // What is being written elsewhere is committed before the cursor leaves it.
    if (store.get().editing && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const from = store.selection;
    if (!isFill) {
      store.moveTo(place, event.shiftKey);
      if (event.target instanceof HTMLElement) event.target.closest<HTMLElement>('[data-column]')?.focus();
    }
    event.preventDefault();
    const move = (moved: globalThis.MouseEvent) => {
      const over = placeUnder(moved.target);
      if (!over) return;
      if (!isFill) {
        const { focus } = store.get();
        if (over.row !== focus.row || over.column !== focus.column) store.moveTo(over, true);
        return;
      }
      const reach = {
        top: Math.min(from.top, over.row),
        left: Math.min(from.left, over.column),
        bottom: Math.max(from.bottom, over.row),
        right: Math.max(from.right, over.column),
      };
      // A fill goes along one side: the one the pointer is further beyond.
      const down = reach.bottom - from.bottom + from.top - reach.top;
      const across = reach.right - from.right + from.left - reach.left;
      const fill =
        down >= across
          ? { ...from, top: reach.top, bottom: reach.bottom }
          : { ...from, left: reach.left, right: reach.right };
      store.set({ fill: down + across > 0 ? fill : null });
    };
    const up = () => {
      stop.current?.();
      const { fill, sheet, names } = store.get();
      if (!isFill || !fill) return;
      store.write(fillFrom(sheet, from, fill, names));
      store.set({
        fill: null,
        focus: { row: fill.top, column: fill.left },
        anchor: { row: fill.bottom, column: fill.right },
      });
    };
    stop.current = () => {
      document.removeEventListener('mousemove', move);
      document.removeEventListener('mouseup', up);
    };
    document.addEventListener('mousemove', move);
    document.addEventListener('mouseup', up);
  };
}

function placeUnder(target: EventTarget | null): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

const heights = new WeakMap<HTMLElement, number>();

/** The row height the style sheet has chosen, in pixels: 32, 40 or 44. */
function rowHeight(frame: HTMLElement | null): number {
  if (!frame) return 32;
  const known = heights.get(frame);
  if (known) return known;
  const height = (Number.parseFloat(getComputedStyle(frame).getPropertyValue('--row')) || 2) * rootFontSize();
  heights.set(frame, height);
  return height;
}
