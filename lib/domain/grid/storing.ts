import { sameJson } from '../../kit/canonical';
import type { Json } from '../plan/parts';
import type { Fields } from './column';
import { placesOf, type Sheet, type SheetRow, without } from './sheet';

/** What one row wants stored: whole new values by field, and what was seen in them. */
export interface RowToStore {
  readonly rowKey: string;
  readonly itemId: string;
  readonly propertyId: string | null;
  readonly isNew: boolean;
  readonly fields: Fields;
  readonly expected: Fields;
}

/** Why the server did not take a field of a row. */
export interface FieldRefusal {
  readonly itemId: string;
  readonly propertyId: string | null;
  readonly field: string;
  readonly code: 'moved' | 'invalid' | 'gone';
  readonly words: string;
  readonly theirs: Json;
}

/** The rows with something that is not stored yet, at most `most`; what clashes waits until a person has decided. */
export function rowsToStore(sheet: Sheet, most = 1_000): RowToStore[] {
  const found: RowToStore[] = [];
  for (const row of sheet.rows) {
    if (found.length >= most) break;
    const { key: rowKey, itemId, propertyId, saved, fields } = row;
    if (saved === fields) continue;
    if (saved === null) {
      // What has no name yet, or one that is refused, cannot be an item.
      const isNamed = typeof fields.name === 'string' && fields.name !== '' && !('name' in row.wrong);
      if (isNamed && !Object.keys(fields).some((field) => refused(row, field)))
        found.push({ rowKey, itemId, propertyId, isNew: true, fields, expected: {} });
      continue;
    }
    const changed = Object.keys(fields).filter(
      (field) => !(field in row.theirs) && !refused(row, field) && !sameJson(saved[field], fields[field]),
    );
    if (changed.length === 0) continue;
    const picked = (from: Fields, keys: readonly string[]) =>
      Object.fromEntries(keys.map((field) => [field, from[field] ?? null]));
    // What an item that was just made says elsewhere is not known here until it is read.
    const seen = changed.filter((field) => field in saved);
    found.push({
      rowKey,
      itemId,
      propertyId,
      isNew: false,
      fields: picked(fields, changed),
      expected: picked(saved, seen),
    });
  }
  return found;
}

/** A value the server refused is not sent again until it is another one. */
function refused(row: SheetRow, field: string): boolean {
  const wrong = row.wrong[refusalKey(field)];
  return wrong !== undefined && wrong.text === JSON.stringify(row.fields[field] ?? null);
}

const refusalKey = (field: string) => `refused ${field}`;

/** Why the server refused what a field of a row says, while it still says that. */
export function refusalOf(row: SheetRow, field: string): string | null {
  return refused(row, field) ? (row.wrong[refusalKey(field)]?.words ?? null) : null;
}

/** The sheet after the server took what was sent, but for what it refused; what was written meanwhile stays to be stored. */
export function afterStoring(sheet: Sheet, sent: readonly RowToStore[], refusals: readonly FieldRefusal[]): Sheet {
  const places = placesOf(sheet);
  const rows = sheet.rows.slice();
  const byRow = Map.groupBy(refusals, (one) => rowName(one));
  for (const one of sent) {
    const index = places.get(one.rowKey) ?? -1;
    const row = rows[index];
    if (!row) continue;
    const against = byRow.get(rowName(one)) ?? [];
    const isGone = against.some((refusal) => refusal.code === 'gone' || (one.isNew && refusal.code !== 'moved'));
    const bad = new Set(against.map((refusal) => refusal.field));
    const taken = Object.fromEntries(Object.entries(one.fields).filter(([field]) => !bad.has(field)));
    let { wrong, theirs } = row;
    for (const refusal of against) {
      if (refusal.code === 'moved') theirs = { ...theirs, [refusal.field]: refusal.theirs };
      else
        wrong = {
          ...wrong,
          [refusalKey(refusal.field)]: {
            text: JSON.stringify(row.fields[refusal.field] ?? null),
            words: refusal.words,
            suggestions: [],
          },
        };
    }
    const saved = isGone ? row.saved : settled(row, { ...row.saved, ...taken });
    rows[index] = { ...row, saved, wrong, theirs };
  }
  return { ...sheet, rows };
}

/** The same object where nothing is left to store, so that one comparison tells. */
function settled(row: SheetRow, saved: Fields): Fields {
  return Object.keys(row.fields).every((field) => sameJson(saved[field], row.fields[field])) ? row.fields : saved;
}

const rowName = ({ itemId, propertyId }: { itemId: string; propertyId: string | null }) =>
  `${itemId} ${propertyId ?? ''}`;

/**
 * The sheet with rows as they are stored by now. What nobody is writing here becomes what is stored; where somebody here wrote
 * something else, both texts stay until a person decides. Rows that went are dropped unless something in them is not stored.
 */
export function afterReading(sheet: Sheet, read: readonly SheetRow[]): Sheet {
  const now = new Map(read.map((row) => [row.key, row]));
  const known = placesOf(sheet);
  const kept = sheet.rows.flatMap((row) => {
    const other = now.get(row.key);
    if (other) return [merged(row, other)];
    return row.saved === row.fields ? [] : [row];
  });
  const rows = [...kept, ...read.filter((row) => !known.has(row.key))];
  const isSame = rows.length === sheet.rows.length && rows.every((row, index) => row === sheet.rows[index]);
  return isSame ? sheet : { ...sheet, rows };
}

function merged(row: SheetRow, now: SheetRow): SheetRow {
  const { title } = now;
  const before = sameJson(row.before, now.before) ? row.before : now.before;
  const told = before === row.before && title === row.title ? row : { ...row, before, title };
  if (row.saved === null || sameJson(row.saved, now.fields))
    return row.saved === null ? { ...told, saved: settled(row, now.fields) } : told;
  let { fields, theirs } = row;
  for (const [field, value] of Object.entries(now.fields)) {
    const mine = fields[field];
    const seen = field in row.saved ? (row.saved[field] ?? null) : (mine ?? value);
    if (mine === undefined) fields = { ...fields, [field]: value };
    if (mine === undefined || sameJson(seen, value)) continue;
    if (sameJson(mine, value)) theirs = without(theirs, field);
    else if (sameJson(mine, seen)) {
      fields = { ...fields, [field]: value };
      theirs = without(theirs, field);
    } else theirs = { ...theirs, [field]: value };
  }
  // Where both wrote, the state seen stays the older one until the clash is settled.
  const older = Object.fromEntries(Object.keys(theirs).map((field) => [field, row.saved?.[field] ?? null]));
  const next = { ...told, fields, theirs };
  return { ...next, saved: settled(next, { ...now.fields, ...older }) };
}

/** Settles a clash: what somebody else stored, or what was written here over it. */
export function settleClash(sheet: Sheet, rowKey: string, field: string, take: 'theirs' | 'mine'): Sheet {
  const index = placesOf(sheet).get(rowKey) ?? -1;
  const row = sheet.rows[index];
  if (!row || !(field in row.theirs)) return sheet;
  const value = row.theirs[field] ?? null;
  const fields = take === 'theirs' ? { ...row.fields, [field]: value } : row.fields;
  const next = { ...row, fields, theirs: without(row.theirs, field) };
  const rows = sheet.rows.slice();
  rows[index] = { ...next, saved: settled(next, { ...row.saved, [field]: value }) };
  return { ...sheet, rows };
}
