import type { GridNames } from './names';
import { isChanged, type Sheet } from './sheet';
import { refusalOf } from './storing';

/** What a sheet holds that differs from the plan, and what is left to decide. */
export interface SheetSummary {
  readonly changes: number;
  readonly items: number;
  readonly wrong: number;
  readonly clashes: number;
}

/** Counts the changed, wrong and clashing cells of a sheet. */
export function summarySheet(sheet: Sheet, names: GridNames): SheetSummary {
  const items = new Set<string>();
  let [changes, wrong, clashes] = [0, 0, 0];
  for (const row of sheet.rows) {
    clashes += Object.keys(row.theirs).length;
    if (row.before === row.fields && Object.keys(row.wrong).length === 0) continue;
    for (const column of sheet.columns) {
      if (column.key in row.wrong || refusalOf(row, column.field) !== null) wrong += 1;
      if (!isChanged(row, column, names)) continue;
      changes += 1;
      items.add(row.itemId);
    }
  }
  return { changes, items: items.size, wrong, clashes };
}
