import { clearRange, fillRange } from '@/lib/domain/grid/blocks';
import { type CellPlace, textIn } from '@/lib/domain/grid/sheet';
import type { GridStore } from './grid-store';

/** What of a press matters here. */
export interface GridPress {
  readonly key: string;
  readonly shiftKey: boolean;
  /** ⌘ on Apple, Ctrl elsewhere. */
  readonly isMod: boolean;
  readonly altKey: boolean;
}

/** Where a press of a key moves to; nothing when it is no key to move with. */
export function placeAfter(
  { key, isMod }: GridPress,
  { row, column }: CellPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): CellPlace | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: isMod ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: isMod ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isMod ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isMod ? lastColumn : column + 1 };
    case 'Home':
      return { row: isMod ? 0 : row, column: 0 };
    case 'End':
      return { row: isMod ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return undefined;
  }
}

/** Acts on a press while no cell is being edited. @returns whether it did */
export function pressGrid(store: GridStore, press: GridPress, page: number, isReadOnly: boolean): boolean {
  const { sheet, focus, copied } = store.get();
  const size = { rows: sheet.rows.length, columns: sheet.columns.length, page };
  const next = press.altKey ? undefined : placeAfter(press, focus, size);
  if (next) {
    store.moveTo(next, press.shiftKey);
    return true;
  }
  if (press.key === 'Escape') {
    if (copied) store.set({ copied: null });
    else store.moveTo(focus);
    return true;
  }
  if (press.isMod && press.key.toLowerCase() === 'a') {
    store.set({ focus: { row: 0, column: 0 }, anchor: { row: size.rows - 1, column: size.columns - 1 } });
    return true;
  }
  if (isReadOnly || sheet.rows.length === 0) return false;
  if (press.key === 'Enter' || press.key === 'F2') {
    startEditing(store);
    return true;
  }
  if (press.key === 'Delete' || press.key === 'Backspace') {
    clearSelection(store);
    return true;
  }
  // A character begins a new text in place of what is there.
  if (press.key.length === 1 && !press.isMod && !press.altKey && press.key !== ' ') {
    store.set({ editing: { text: press.key }, anchor: focus });
    return true;
  }
  return false;
}

/** Opens the editor of the focused cell with what it says. */
export function startEditing(store: GridStore): void {
  const { sheet, focus, names } = store.get();
  const row = sheet.rows[focus.row];
  const column = sheet.columns[focus.column];
  if (row && column) store.set({ editing: { text: textIn(row, column, names) }, anchor: focus });
}

/** Empties the selected cells. */
export function clearSelection(store: GridStore): void {
  store.write(clearRange(store.selection));
}

/** Repeats the first row or column of the selection over the rest; of one cell, the one above or before it. */
export function fillSelection(store: GridStore, way: 'down' | 'right'): void {
  const { sheet, names } = store.get();
  let range = store.selection;
  if (way === 'down' && range.top === range.bottom) range = { ...range, top: Math.max(0, range.top - 1) };
  if (way === 'right' && range.left === range.right) range = { ...range, left: Math.max(0, range.left - 1) };
  store.write(fillRange(sheet, range, way, names));
}

/** Ends editing with the text, and moves on. */
export function commit(store: GridStore, text: string, step: { readonly row: number; readonly column: number }): void {
  const { focus } = store.get();
  store.set({ editing: null });
  store.write([{ ...focus, text }]);
  store.moveTo({ row: focus.row + step.row, column: focus.column + step.column });
}
