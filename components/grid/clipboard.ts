import { announce } from '@/components/ui/announce';
import { copyRange, pasteBlock } from '@/lib/domain/grid/blocks';
import { formatTextTable, parseTextTable } from '@/lib/domain/grid/text-table';
import { grouped } from '@/lib/kit/grouped';
import { clearSelection } from './grid-keys';
import { type GridStore, words } from './grid-store';

/** Puts the selected cells on the clipboard; cutting empties them too. */
export function copySelection(store: GridStore, data: DataTransfer, isCut: boolean): void {
  const { sheet, names } = store.get();
  const range = store.selection;
  data.setData('text/plain', formatTextTable(copyRange(sheet, range, names)));
  if (isCut) clearSelection(store);
  store.set({ copied: range });
  const count = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  announce(`${isCut ? 'Cut' : 'Copied'} ${words(count, 'cell')}`);
}

/** Writes what is on the clipboard from the selection on, as one step. */
export function pasteAtSelection(store: GridStore, data: DataTransfer): void {
  const block = tableOn(data);
  if (!block) return;
  const { sheet, names } = store.get();
  const pasted = pasteBlock(sheet, store.selection, block, names);
  const { wrong } = store.write(pasted.cells);
  const { top, left, bottom, right } = pasted.range;
  if (pasted.cells.length > 0)
    // The cursor stays where it was, so that the view does.
    store.set({ focus: { row: top, column: left }, anchor: { row: bottom, column: right }, editing: null });
  store.set({ surplus: sheet.mode === 'items' ? pasted.surplus : [] });
  const left_ = [
    wrong > 0 ? `${grouped(wrong)} to fix` : '',
    pasted.surplus.length > 0 ? `${words(pasted.surplus.length, 'row')} left over` : '',
    pasted.columnsLeft > 0 ? `${words(pasted.columnsLeft, 'column')} left over` : '',
  ].filter(Boolean);
  announce([`Pasted ${words(pasted.cells.length, 'cell')}`, ...left_].join(', '));
}

function tableOn(data: DataTransfer): string[][] | undefined {
  const text = data.getData('text/plain');
  if (text !== '') return parseTextTable(text);
  const html = data.getData('text/html');
  return html === '' ? undefined : htmlTable(html);
}

/** The cells of the first table in a piece of markup, which is read and never shown. */
function htmlTable(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return undefined;
  return [...table.rows].map((row) => [...row.cells].map((cell) => (cell.textContent ?? '').trim()));
}
