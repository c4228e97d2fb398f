import { sameJson } from '../../kit/canonical';
import type { ItemKind } from '../plan/kinds/define';
import type { Json } from '../plan/parts';
import type { Fields, GridColumn } from './column';
import { type GridRows, gridColumns } from './columns';
import type { CellFault } from './fault';
import type { GridNames } from './names';

/** A cell whose text says no value: the text is kept as it was typed, and the field as it was. */
export interface WrongCell extends CellFault {
  readonly text: string;
}

/** One row on screen: an item, or one event's use of a property. */
export interface SheetRow {
  readonly key: string;
  readonly itemId: string;
  readonly propertyId: string | null;
  /** What the row is called; of items the name column says it. */
  readonly title: string;
  readonly fields: Fields;
  /** What is stored; `null` for an item that is not stored yet. */
  readonly saved: Fields | null;
  /** What the plan says without the change request; `null` for an item that is new in it. */
  readonly before: Fields | null;
  /** By column. */
  readonly wrong: Readonly<Record<string, WrongCell>>;
  /** By field: what somebody else stored while this row was written. */
  readonly theirs: Readonly<Record<string, Json>>;
}

/** A grid as one edits it. */
export interface Sheet {
  readonly kind: ItemKind;
  readonly mode: GridRows;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly SheetRow[];
}

/** A place in a sheet. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all four sides within it. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What is to be written into a cell. */
export interface CellText extends CellPlace {
  readonly text: string;
}

/** What happened to one cell. */
export interface CellPatch {
  readonly rowKey: string;
  readonly column: string;
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
  readonly wrongBefore: WrongCell | null;
  readonly wrongAfter: WrongCell | null;
}

/** One action of a person, to be taken back as a whole. */
export interface Step {
  readonly cells: readonly CellPatch[];
  /** Rows it made, at the end of the sheet. */
  readonly added: readonly SheetRow[];
}

/** A sheet of rows as they were read. */
export function sheetOf(kind: ItemKind, mode: GridRows, rows: readonly SheetRow[]): Sheet {
  return { kind, mode, columns: gridColumns(kind, mode), rows };
}

/** The text a cell shows. */
export function textIn(row: SheetRow, column: GridColumn, names: GridNames): string {
  return row.wrong[column.key]?.text ?? column.text(row.fields, names);
}

/** Writes texts into cells, as one step; a text that says no value marks its cell and keeps none of the others from being written. */
export function writeCells(
  sheet: Sheet,
  cells: Iterable<CellText>,
  names: GridNames,
): { readonly sheet: Sheet; readonly step: Step } {
  const rows = sheet.rows.slice();
  const patches: CellPatch[] = [];
  for (const { row: index, column: at, text } of cells) {
    const row = rows[index];
    const column = sheet.columns[at];
    if (!row || !column) continue;
    const after = written(row, column, text, names);
    if (after === row) continue;
    rows[index] = after;
    patches.push(patchBetween(row, after, column));
  }
  return { sheet: patches.length === 0 ? sheet : { ...sheet, rows }, step: { cells: patches, added: [] } };
}

function written(row: SheetRow, column: GridColumn, text: string, names: GridNames): SheetRow {
  const put = column.put(row.fields, text, names);
  if (!put.ok) {
    const wrong = { text, ...put.error };
    return sameJson(row.wrong[column.key], wrong) ? row : { ...row, wrong: { ...row.wrong, [column.key]: wrong } };
  }
  const wasWrong = column.key in row.wrong;
  if (put.value === row.fields && !wasWrong) return row;
  return { ...row, fields: put.value, wrong: wasWrong ? without(row.wrong, column.key) : row.wrong };
}

function patchBetween(before: SheetRow, after: SheetRow, { key, field }: GridColumn): CellPatch {
  return {
    ...{ rowKey: before.key, column: key, field },
    before: before.fields[field] ?? null,
    after: after.fields[field] ?? null,
    wrongBefore: before.wrong[key] ?? null,
    wrongAfter: after.wrong[key] ?? null,
  };
}

/** Adds rows at the end, as one step. */
export function addRows(sheet: Sheet, added: readonly SheetRow[]): { readonly sheet: Sheet; readonly step: Step } {
  return { sheet: { ...sheet, rows: [...sheet.rows, ...added] }, step: { cells: [], added } };
}

/** What undoing or redoing made, and how many cells stayed since somebody else has changed them meanwhile. */
export interface Turned {
  readonly sheet: Sheet;
  readonly stayed: number;
}

/** The sheet as it was before a step. */
export function undoStep(sheet: Sheet, step: Step): Turned {
  const gone = new Set(step.added.map((row) => row.key));
  const turned = turn(
    sheet,
    step.cells.toReversed().map((cell) => ({
      ...cell,
      before: cell.after,
      after: cell.before,
      wrongBefore: cell.wrongAfter,
      wrongAfter: cell.wrongBefore,
    })),
  );
  if (gone.size === 0) return turned;
  return { ...turned, sheet: { ...turned.sheet, rows: turned.sheet.rows.filter((row) => !gone.has(row.key)) } };
}

/** The sheet with a step that was undone. */
export function redoStep(sheet: Sheet, step: Step): Turned {
  const there = new Set(sheet.rows.map((row) => row.key));
  const added = step.added.filter((row) => !there.has(row.key));
  return turn(added.length === 0 ? sheet : addRows(sheet, added).sheet, step.cells);
}

function turn(sheet: Sheet, patches: readonly CellPatch[]): Turned {
  if (patches.length === 0) return { sheet, stayed: 0 };
  const places = placesOf(sheet);
  const rows = sheet.rows.slice();
  let stayed = 0;
  for (const patch of patches) {
    const index = places.get(patch.rowKey) ?? -1;
    const row = rows[index];
    if (!row) continue;
    if (!sameJson(row.fields[patch.field] ?? null, patch.before)) {
      stayed += 1;
      continue;
    }
    const fields = sameJson(patch.before, patch.after) ? row.fields : { ...row.fields, [patch.field]: patch.after };
    const rest = without(row.wrong, patch.column);
    rows[index] = { ...row, fields, wrong: patch.wrongAfter ? { ...rest, [patch.column]: patch.wrongAfter } : rest };
  }
  return { sheet: { ...sheet, rows }, stayed };
}

/** Where each row stands, by its key. */
export function placesOf(sheet: Sheet): ReadonlyMap<string, number> {
  let known = places.get(sheet.rows);
  if (!known) {
    known = new Map(sheet.rows.map((row, index) => [row.key, index]));
    places.set(sheet.rows, known);
  }
  return known;
}

// Rows never change in place, so where they stand is kept with them.
const places = new WeakMap<readonly SheetRow[], ReadonlyMap<string, number>>();

/** A record without one key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
}

/** Whether a cell says something else than the plan does without the change request. */
export function isChanged(row: SheetRow, column: GridColumn, names: GridNames): boolean {
  if (column.key in row.wrong) return true;
  if (row.before === null) return column.text(row.fields, names) !== '';
  if (row.before === row.fields || sameJson(row.before[column.field] ?? null, row.fields[column.field] ?? null))
    return false;
  return column.text(row.before, names) !== column.text(row.fields, names);
}
