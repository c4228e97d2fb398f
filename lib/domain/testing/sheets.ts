import * as fc from 'fast-check';
import { rangeBetween } from '../grid/blocks';
import { gridColumns } from '../grid/columns';
import { gridNames } from '../grid/names';
import { readGridRows } from '../grid/read-rows';
import { type Sheet, type SheetRow, sheetOf } from '../grid/sheet';
import { itemSchema } from '../plan/item-schema';
import { itemKinds } from '../plan/kinds/define';
import { arbitrarySnapshot } from './arbitraries';

const named = (prefix: string, ...names: string[]) => names.map((name, at) => ({ id: `${prefix}_${at + 1}`, name }));
/** What generated cells can name; some are called alike. */
export const names = gridNames({
  owners: [
    { id: 'team:tm_1', name: 'Growth' },
    { id: 'person:us_1', name: 'Mei, Tanaka' },
    { id: 'person:us_2', name: 'growth' },
  ],
  sources: named('so', 'Web', 'iOS', 'Android, old', 'web'),
  destinations: named('de', 'Lake', 'Mixpanel'),
  groups: named('pg', 'Cart', 'Page'),
  items: named('ev', 'Paid', 'Refunded'),
  stages: ['activation'],
});

/** Sheets of any kind and mode with at least one row. */
export const sheets = fc
  .record({ snapshot: arbitrarySnapshot, kind: fc.constantFrom(...itemKinds), mode: fc.constantFrom('items', 'uses') })
  .map(({ snapshot, kind, mode }) => {
    const items = [...snapshot.items.values()].filter((item) => item.kind === kind);
    return sheetOf(kind, mode as 'items', readGridRows(items, mode as 'items', snapshot, snapshot).map(onScreen));
  })
  .filter((sheet) => sheet.rows.length > 0);

/** A row as it is read, with nothing written yet. */
export function onScreen(row: ReturnType<typeof readGridRows>[number]): SheetRow {
  const before = row.before === undefined ? row.fields : row.before;
  const key = `${row.itemId} ${row.propertyId ?? ''}`;
  return { ...row, key, saved: row.fields, before, wrong: {}, theirs: {} };
}

const cellText = fc.constantFrom(
  '',
  'a',
  'Growth',
  'Web, iOS',
  'live',
  '2026-03-31',
  '7',
  'list of string',
  'when x',
  'no\nsuch',
);
/** Texts that some columns take and others do not, anywhere in a sheet. */
export const edits = (sheet: Sheet) =>
  fc.array(
    fc.record({
      row: fc.nat(sheet.rows.length - 1),
      column: fc.nat(sheet.columns.length - 1),
      text: cellText,
    }),
    { maxLength: 12 },
  );
/** Rectangles within a sheet. */
export const ranges = (sheet: Sheet) => {
  const place = fc.record({ row: fc.nat(sheet.rows.length - 1), column: fc.nat(sheet.columns.length - 1) });
  return fc.tuple(place, place).map(([a, b]) => rangeBetween(a, b));
};

/** A sheet of events that say nothing but their names. */
export function events(of: readonly string[]): Sheet {
  const rows = of.map((name, index) => {
    const item = itemSchema.parse({ id: `ev_${index + 1}`, kind: 'event', namespace: null, name, content: {} });
    return { ...item, revisionId: '', version: { major: 1, minor: 0, patch: 0 }, digest: '', fromRelease: 1 };
  });
  const plan = { planId: 'pl_1', release: 1, items: new Map(rows.map((row) => [row.id, row])) };
  return sheetOf('event', 'items', readGridRows(rows, 'items', plan, plan).map(onScreen));
}

/** Where a column stands. */
export function at(sheet: Sheet, key: string): number {
  return gridColumns(sheet.kind, sheet.mode).findIndex((column) => column.key === key);
}
