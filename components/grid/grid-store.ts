import { rangeBetween } from '@/lib/domain/grid/blocks';
import type { GridNames } from '@/lib/domain/grid/names';
import type { CellText } from '@/lib/domain/grid/sheet';
import {
  addRows,
  type CellPlace,
  type CellRange,
  redoStep,
  type Sheet,
  type SheetRow,
  type Step,
  undoStep,
  writeCells,
} from '@/lib/domain/grid/sheet';
import { grouped } from '@/lib/kit/grouped';

/** Where the sheet stands with the server. */
export type Saving =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'offline' }
  | { readonly state: 'failed'; readonly words: string };

export interface GridState {
  readonly sheet: Sheet;
  readonly names: GridNames;
  /** The cell with the keyboard, and the other corner of the selection. */
  readonly focus: CellPlace;
  readonly anchor: CellPlace;
  /** The text in the editor of the focused cell. */
  readonly editing: { readonly text: string } | null;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** Pasted rows that find no place, for which items may be made. */
  readonly surplus: readonly Readonly<Record<string, string>>[];
  /** What was copied, as long as it is outlined. */
  readonly copied: CellRange | null;
  /** The rectangle that a drag of the corner would fill. */
  readonly fill: CellRange | null;
  readonly saving: Saving;
}

/** The state of one grid, kept outside React, so that a key redraws two rows and not five thousand. */
export class GridStore {
  #state: GridState;
  readonly #listeners = new Set<() => void>();

  constructor(sheet: Sheet, names: GridNames) {
    const start = { row: 0, column: 0 };
    this.#state = {
      ...{ sheet, names, focus: start, anchor: start, editing: null, done: [], undone: [], surplus: [] },
      ...{ copied: null, fill: null, saving: { state: 'saved' } },
    };
  }

  readonly get = (): GridState => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(part: Partial<GridState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** The selected rectangle; one cell when nothing was extended. */
  get selection(): CellRange {
    return rangeBetween(this.#state.anchor, this.#state.focus);
  }

  /** Writes cells as one step that can be taken back. @returns how many changed, and how many of those need a look */
  write(cells: Iterable<CellText>): { readonly changed: number; readonly wrong: number } {
    const { sheet, names } = this.#state;
    const { sheet: after, step } = writeCells(sheet, cells, names);
    if (step.cells.length > 0) this.#did(after, step);
    return { changed: step.cells.length, wrong: step.cells.filter((cell) => cell.wrongAfter !== null).length };
  }

  /** Adds rows for new items, filled with texts by column, as one step. */
  add(rows: readonly SheetRow[], texts: readonly Readonly<Record<string, string>>[]): void {
    const { sheet, names } = this.#state;
    const filled = addRows(sheet, rows).sheet;
    const cells = texts.flatMap((record, index) =>
      Object.entries(record).flatMap(([key, text]) => {
        const column = sheet.columns.findIndex((one) => one.key === key);
        return column < 0 ? [] : [{ row: sheet.rows.length + index, column, text }];
      }),
    );
    const { sheet: after } = writeCells(filled, cells, names);
    // The rows are remembered as they were filled, so that one undo takes them away and one redo brings them back.
    this.#did(after, { cells: [], added: after.rows.slice(sheet.rows.length) });
    this.set({ surplus: [] });
  }

  #did(sheet: Sheet, step: Step): void {
    this.set({ sheet, done: [...this.#state.done, step], undone: [], copied: null });
  }

  /** Takes the last step back, or brings it again. @returns what happened, in words; nothing when there is none */
  turn(way: 'undo' | 'redo'): string | undefined {
    const { sheet, done, undone } = this.#state;
    const step = (way === 'undo' ? done : undone).at(-1);
    if (!step) return undefined;
    const turned = way === 'undo' ? undoStep(sheet, step) : redoStep(sheet, step);
    this.set({
      sheet: turned.sheet,
      done: way === 'undo' ? done.slice(0, -1) : [...done, step],
      undone: way === 'undo' ? [...undone, step] : undone.slice(0, -1),
      copied: null,
    });
    const last = turned.sheet.rows.length - 1;
    if (this.#state.focus.row > last) this.moveTo({ ...this.#state.focus, row: Math.max(0, last) });
    const count = step.cells.length + step.added.length;
    const what = step.added.length > 0 ? words(count, 'row') : words(count, 'cell');
    const stayed = turned.stayed === 0 ? '' : `, ${words(turned.stayed, 'cell')} stayed as somebody else wrote it`;
    return `${way === 'undo' ? 'Undid' : 'Redid'} ${what}${stayed}`;
  }

  /** Puts the keyboard on a cell within the sheet; `extend` keeps the other corner of the selection. */
  moveTo(place: CellPlace, extend = false): void {
    const { sheet, anchor } = this.#state;
    const focus = {
      row: Math.max(0, Math.min(sheet.rows.length - 1, place.row)),
      column: Math.max(0, Math.min(sheet.columns.length - 1, place.column)),
    };
    this.set({ focus, anchor: extend ? anchor : focus, editing: null });
  }
}

/** "1 cell", "24 cells". */
export function words(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${grouped(count)} ${noun}s`;
}
