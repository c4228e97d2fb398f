import { foldName } from '../../kit/fold';
import type { GridNames } from './names';
import { type CellPlace, type CellRange, type CellText, type Sheet, type SheetRow, textIn } from './sheet';
import type { TextTable } from './text-table';

/** The texts of a rectangle, as they are copied. */
export function copyRange(sheet: Sheet, range: CellRange, names: GridNames): string[][] {
  return sheet.rows
    .slice(range.top, range.bottom + 1)
    .map((row) => sheet.columns.slice(range.left, range.right + 1).map((column) => textIn(row, column, names)));
}

/** What a pasted block writes, and what of it finds no place in the sheet. */
export interface Pasted {
  readonly cells: readonly CellText[];
  /** Where it lands. */
  readonly range: CellRange;
  /** Rows beyond the last one, each with its texts by column key, for which new items may be made. */
  readonly surplus: readonly Readonly<Record<string, string>>[];
  /** Columns of the block that the sheet has no place for. */
  readonly columnsLeft: number;
}

/**
 * Where a block lands. One cell fills the selection, and so does a block that fits into it a whole number of times; any other is
 * laid down once from its first cell. With a row of column names on top, cells go to the columns they name; and with
 * names among them, to the rows of those names.
 */
export function pasteBlock(sheet: Sheet, selection: CellRange, block: TextTable, names: GridNames): Pasted {
  const head = headColumns(sheet, block);
  if (head) return pasteNamed(sheet, selection, head, block.slice(1), names);
  const width = Math.max(0, ...block.map((row) => row.length));
  const height = block.length;
  const [tall, wide] = [selection.bottom - selection.top + 1, selection.right - selection.left + 1];
  const isTiled = height > 0 && width > 0 && tall % height === 0 && wide % width === 0;
  const [rows, columns] = isTiled ? [tall, wide] : [height, width];
  const cells: CellText[] = [];
  const surplus: Record<string, string>[] = [];
  for (let down = 0; down < rows; down += 1) {
    const texts = block[down % height] ?? [];
    const row = selection.top + down;
    const beyond: Record<string, string> = {};
    for (let across = 0; across < columns; across += 1) {
      const text = texts[across % width];
      const column = selection.left + across;
      const key = sheet.columns[column]?.key;
      if (text === undefined || key === undefined) continue;
      if (row < sheet.rows.length) cells.push({ row, column, text });
      else beyond[key] = text;
    }
    if (row >= sheet.rows.length && Object.values(beyond).some((text) => text !== '')) surplus.push(beyond);
  }
  const right = Math.min(selection.left + columns, sheet.columns.length) - 1;
  const bottom = Math.min(selection.top + rows, sheet.rows.length) - 1;
  const columnsLeft = Math.max(0, selection.left + columns - sheet.columns.length);
  return { cells, range: { top: selection.top, left: selection.left, bottom, right }, surplus, columnsLeft };
}

/** For each cell of the first row the column it names; nothing when it is no row of column names. */
function headColumns(sheet: Sheet, block: TextTable): (number | undefined)[] | undefined {
  const [first = []] = block;
  if (block.length < 2 || first.length < 2) return undefined;
  const found = first.map((text) => {
    const wanted = foldName(text);
    const at = sheet.columns.findIndex(
      (column) => foldName(column.label) === wanted || foldName(column.key) === wanted,
    );
    return at < 0 ? undefined : at;
  });
  const known = found.filter((at) => at !== undefined);
  // Nearly every cell must name another column, or it is data that looks like a head by chance.
  return known.length >= 2 && new Set(known).size === known.length && known.length * 2 > first.length
    ? found
    : undefined;
}

function pasteNamed(
  sheet: Sheet,
  selection: CellRange,
  head: readonly (number | undefined)[],
  body: TextTable,
  names: GridNames,
): Pasted {
  const nameAt = head.findIndex((at) => at !== undefined && sheet.columns[at]?.key === 'name');
  const byName = nameAt < 0 ? undefined : rowsByName(sheet, names);
  const cells: CellText[] = [];
  const surplus: Record<string, string>[] = [];
  const at = { rows: new Set<number>(), columns: head.filter((one) => one !== undefined) };
  for (const [down, texts] of body.entries()) {
    const row = byName ? byName.get(foldName(texts[nameAt] ?? '')) : selection.top + down;
    if (row !== undefined && row < sheet.rows.length) {
      at.rows.add(row);
      for (const [across, column] of head.entries()) {
        const text = texts[across];
        // The name found the row; writing it again would only change how it is spelt.
        if (column !== undefined && text !== undefined && across !== nameAt) cells.push({ row, column, text });
      }
      continue;
    }
    const beyond = Object.fromEntries(
      head.flatMap((column, across) => {
        const key = column === undefined ? undefined : sheet.columns[column]?.key;
        return key === undefined ? [] : [[key, texts[across] ?? '']];
      }),
    );
    if (Object.values(beyond).some((text) => text !== '')) surplus.push(beyond);
  }
  const rows = [...at.rows];
  const range = rows.length === 0 ? selection : bounds(rows, at.columns);
  return { cells, range, surplus, columnsLeft: head.filter((one) => one === undefined).length };
}

function bounds(rows: readonly number[], columns: readonly number[]): CellRange {
  const [top, bottom, left, right] = [Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)];
  return { top, left, bottom, right };
}

function rowsByName(sheet: Sheet, names: GridNames): Map<string, number> {
  const column = sheet.columns.find((one) => one.key === 'name');
  return new Map(
    column ? sheet.rows.map((row: SheetRow, index) => [foldName(textIn(row, column, names)), index] as const) : [],
  );
}

/** Repeats the first row or column of a selection over the rest of it. */
export function fillRange(sheet: Sheet, range: CellRange, way: 'down' | 'right', names: GridNames): CellText[] {
  const from: CellRange = way === 'down' ? { ...range, bottom: range.top } : { ...range, right: range.left };
  return fillFrom(sheet, from, range, names);
}

/** Repeats the texts of one rectangle over another one that begins with it, as a drag of its corner does. */
export function fillFrom(sheet: Sheet, from: CellRange, onto: CellRange, names: GridNames): CellText[] {
  const texts = copyRange(sheet, from, names);
  const [tall, wide] = [from.bottom - from.top + 1, from.right - from.left + 1];
  const cells: CellText[] = [];
  for (const { row, column } of placesIn(onto)) {
    if (row >= from.top && row <= from.bottom && column >= from.left && column <= from.right) continue;
    const text = texts[modulo(row - from.top, tall)]?.[modulo(column - from.left, wide)];
    if (text !== undefined) cells.push({ row, column, text });
  }
  return cells;
}

const modulo = (value: number, of: number) => ((value % of) + of) % of;

/** Empties the cells of a rectangle. */
export function clearRange(range: CellRange): CellText[] {
  return [...placesIn(range)].map((place) => ({ ...place, text: '' }));
}

function* placesIn({ top, left, bottom, right }: CellRange): Generator<CellPlace> {
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) yield { row, column };
}

/** The rectangle between two cells. */
export function rangeBetween(a: CellPlace, b: CellPlace): CellRange {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
