'use client';
import { memo, useEffect, useMemo, useRef } from 'react';
import { PeopleAtRow } from '@/components/shared/attendance/people';
import { cn } from '@/components/ui/cn';
import type { GridColumn } from '@/lib/domain/grid/column';
import type { GridNames } from '@/lib/domain/grid/names';
import { type CellRange, isChanged, type SheetRow, textIn } from '@/lib/domain/grid/sheet';
import { refusalOf } from '@/lib/domain/grid/storing';
import { CellEditor } from './cell-editor';
import type { GridState, GridStore } from './grid-store';
import { useGridState } from './use-grid-state';

/** What a row needs to know of the cursor and the rectangles, as one text, so that rows they do not touch stay as they are. */
function marksOf(state: GridState, index: number): string {
  const { focus, anchor, editing, copied, fill } = state;
  const [top, bottom] = focus.row < anchor.row ? [focus.row, anchor.row] : [anchor.row, focus.row];
  const [left, right] = focus.column < anchor.column ? [focus.column, anchor.column] : [anchor.column, focus.column];
  const selected = index >= top && index <= bottom ? `${left}:${right}` : '';
  const isLast = index === bottom;
  const active = index === focus.row ? `${focus.column}:${editing === null ? '' : 'e'}` : '';
  return [selected, isLast ? 'h' : '', active, edges(copied, index), edges(fill, index)].join('|');
}

function edges(range: CellRange | null, index: number): string {
  if (!range || index < range.top || index > range.bottom) return '';
  return `${range.left}:${range.right}:${index === range.top ? 't' : ''}${index === range.bottom ? 'b' : ''}`;
}

interface Cell {
  readonly text: string;
  readonly title: string | undefined;
  readonly isChanged: boolean;
  readonly isWrong: boolean;
  readonly isClash: boolean;
}

function cellsOf(row: SheetRow, columns: readonly GridColumn[], names: GridNames): Cell[] {
  return columns.map((column) => {
    const text = textIn(row, column, names);
    const wrong = row.wrong[column.key]?.words ?? refusalOf(row, column.field);
    const changed = isChanged(row, column, names);
    const before = changed && row.before ? column.text(row.before, names) : undefined;
    const title = wrong ?? (before === undefined ? undefined : `Before: ${before === '' ? 'nothing' : before}`);
    return { text, title, isChanged: changed, isWrong: wrong !== null, isClash: column.field in row.theirs };
  });
}

interface Props {
  readonly store: GridStore;
  readonly index: number;
  readonly top: number;
  /** Where each column begins, in rem. */
  readonly lefts: readonly number[];
  readonly hasHead: boolean;
  readonly isReadOnly: boolean;
}

/** One row of the grid: drawn anew when it, or what marks it, changes. */
export const GridRow = memo(function GridRow({ store, index, top, lefts, hasHead, isReadOnly }: Props) {
  const row = useGridState(store, (state) => state.sheet.rows[index]);
  const marks = useGridState(store, (state) => marksOf(state, index));
  const { sheet, names } = store.get();
  const { columns } = sheet;
  const cells = useMemo(() => (row ? cellsOf(row, columns, names) : []), [row, columns, names]);
  if (!row) return null;
  const [selected = '', handle, active = '', copied = '', fill = ''] = marks.split('|');
  const [left = -1, right = -1] = selected === '' ? [] : selected.split(':').map(Number);
  const [at = '', editing] = active.split(':');
  const activeColumn = at === '' ? -1 : Number(at);
  const shift = hasHead ? 2 : 1;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time.
    // biome-ignore lint/a11y/useSemanticElements: five thousand rows stand where they belong without a table's layout.
    <div role="row" aria-rowindex={index + 2} className="absolute left-0 flex h-row w-full" style={{ top }}>
      {hasHead ? (
        // biome-ignore lint/a11y/useFocusableInteractive: it names the row and is not edited.
        // biome-ignore lint/a11y/useSemanticElements: see above.
        <div
          role="rowheader"
          aria-colindex={1}
          className="sticky left-0 z-10 shrink-0 truncate border-border border-r border-b bg-surface px-2 font-mono text-sm leading-(--row)"
          style={{ width: '22rem' }}
          title={row.title}
        >
          {row.title}
          <RowPeople itemId={row.itemId} />
        </div>
      ) : null}
      {cells.map((cell, column) => {
        const spec = columns[column];
        if (!spec) return null;
        const isActive = column === activeColumn;
        const isSelected = column >= left && column <= right;
        return (
          <GridCell
            key={spec.key}
            spec={spec}
            cell={cell}
            column={column}
            index={index}
            colIndex={column + shift}
            left={lefts[column] ?? 0}
            isFrozen={!hasHead && column === 0}
            itemId={row.itemId}
            isActive={isActive}
            isSelected={isSelected}
            hasHandle={handle === 'h' && column === right && !isReadOnly && editing !== 'e'}
            outline={outlineOf(copied, column) || outlineOf(fill, column)}
            editor={isActive && editing === 'e' ? store : null}
          />
        );
      })}
    </div>
  );
});

/** The others who are at the row's item, over the end of its name: no cell moves for them. */
function RowPeople({ itemId }: { itemId: string }) {
  return (
    <span className="absolute inset-y-0 right-2 flex items-center">
      <PeopleAtRow itemId={itemId} />
    </span>
  );
}

function outlineOf(mark: string, column: number): string {
  const [left, right, ends = ''] = mark.split(':');
  if (mark === '' || column < Number(left) || column > Number(right)) return '';
  return `${ends}${column === Number(left) ? 'l' : ''}${column === Number(right) ? 'r' : ''}.`;
}

interface CellProps {
  readonly spec: GridColumn;
  readonly cell: Cell;
  readonly column: number;
  readonly index: number;
  readonly colIndex: number;
  readonly left: number;
  readonly isFrozen: boolean;
  readonly itemId: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly hasHandle: boolean;
  readonly outline: string;
  readonly editor: GridStore | null;
}

const GridCell = memo(function GridCell(props: CellProps) {
  const { spec, cell, isActive, isSelected, outline, editor } = props;
  const own = useRef<HTMLDivElement>(null);
  // The focus follows the cursor while it is in the grid, and comes back from the editor.
  useEffect(() => {
    const element = own.current;
    if (!isActive || editor || !element) return;
    const grid = element.closest('[role="grid"]');
    if (grid?.contains(document.activeElement) || document.activeElement === document.body)
      element.focus({ preventScroll: true });
  }, [isActive, editor]);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: whichever of the two roles it has supports them.
    <div
      ref={own}
      role={props.isFrozen ? 'rowheader' : 'gridcell'}
      aria-colindex={props.colIndex}
      aria-selected={isSelected}
      aria-invalid={cell.isWrong || undefined}
      aria-describedby={isActive && (cell.isWrong || cell.isClash) ? 'grid-note' : undefined}
      tabIndex={isActive ? 0 : -1}
      data-row={props.index}
      data-column={props.column}
      data-changed={cell.isChanged || undefined}
      data-clash={cell.isClash || undefined}
      title={cell.title}
      dir="auto"
      className={cn(
        'relative shrink-0 cursor-cell select-none border-border border-r border-b px-2 text-sm leading-(--row) outline-none',
        spec.isMono && 'font-mono',
        props.isFrozen ? 'sticky left-0 z-10 bg-surface' : 'bg-bg',
        cell.isChanged && 'bg-changed-tint',
        isSelected && 'bg-selected',
        cell.isWrong && 'shadow-[inset_0_0_0_2px_var(--removed)]',
        cell.isClash && 'shadow-[inset_0_0_0_2px_var(--meaning)]',
        isActive && 'z-[5] shadow-[inset_0_0_0_2px_var(--ring)]',
        isActive && props.isFrozen && 'z-20',
        isActive && cell.isWrong && 'shadow-[inset_0_0_0_2px_var(--ring),inset_0_0_0_4px_var(--removed)]',
      )}
      style={{ width: `${spec.width}rem` }}
    >
      <span className="block truncate">{cell.text.replaceAll('\n', ' ⏎ ')}</span>
      {cell.isChanged ? (
        <span
          aria-hidden
          className="absolute top-0 right-0 border-t-8 border-t-changed border-l-8 border-l-transparent"
        />
      ) : null}
      {cell.isChanged ? <span className="sr-only">changed</span> : null}
      {outline === '' ? null : (
        <span
          aria-hidden
          className={cn(
            'pointer-events-none absolute inset-0 border-accent border-dashed',
            outline.includes('t') && 'border-t-2',
            outline.includes('b') && 'border-b-2',
            outline.includes('l') && 'border-l-2',
            outline.includes('r') && 'border-r-2',
          )}
        />
      )}
      {props.isFrozen && !editor ? <RowPeople itemId={props.itemId} /> : null}
      {props.hasHandle ? (
        <span
          aria-hidden
          data-fill-handle
          className="absolute -right-1 -bottom-1 z-10 size-2 cursor-crosshair border border-bg bg-accent"
        />
      ) : null}
      {editor ? <CellEditor store={editor} column={spec} /> : null}
    </div>
  );
});
