import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../kit/canonical';
import { at, edits, events, names, sheets } from '../testing/sheets';
import { type Sheet, type SheetRow, undoStep, writeCells } from './sheet';
import { afterReading, afterStoring, rowsToStore, settleClash } from './storing';

describe('storing a sheet', () => {
  const write = (sheet: Sheet, row: number, key: string, text: string) =>
    writeCells(sheet, [{ row, column: at(sheet, key), text }], names).sheet;

  it('sends what changed with what was seen, and is quiet once it is stored', () => {
    fc.assert(
      fc.property(
        sheets.chain((sheet) => edits(sheet).map((cells) => ({ sheet, cells }))),
        ({ sheet, cells }) => {
          const now = writeCells(sheet, cells, names).sheet;
          const sent = rowsToStore(now);
          for (const row of sent) expect(Object.keys(row.fields)).toEqual(Object.keys(row.expected));
          expect(rowsToStore(afterStoring(now, sent, []))).toEqual([]);
          const undone = afterStoring(now, sent, []);
          expect(undone.rows.every((row) => row.saved !== null && sameJson(row.saved, row.fields))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never overwrites what somebody else stored: both texts stay until one is taken', () => {
    const mine = write(events(['A']), 0, 'meaning', 'mine');
    const [row] = mine.rows;
    if (!row) throw new Error('no row');
    const refusal = {
      itemId: row.itemId,
      propertyId: null,
      field: 'meaning',
      code: 'moved' as const,
      words: '',
      theirs: 'theirs',
    };
    const clash = afterStoring(mine, rowsToStore(mine), [refusal]);
    expect(clash.rows[0]).toMatchObject({ fields: { meaning: 'mine' }, theirs: { meaning: 'theirs' } });
    expect(rowsToStore(clash)).toEqual([]);
    expect(settleClash(clash, row.key, 'meaning', 'theirs').rows[0]).toMatchObject({
      fields: { meaning: 'theirs' },
      theirs: {},
    });
    expect(rowsToStore(settleClash(clash, row.key, 'meaning', 'mine'))).toMatchObject([
      { fields: { meaning: 'mine' }, expected: { meaning: 'theirs' } },
    ]);
  });

  it('takes in what others stored elsewhere, and says so where both wrote', () => {
    const sheet = events(['A', 'B']);
    const mine = write(write(sheet, 0, 'meaning', 'mine'), 0, 'tags', 'x');
    const theirs = write(write(sheet, 0, 'meaning', 'theirs'), 1, 'stage', 'late').rows.map((row) => ({
      ...row,
      saved: row.fields,
    }));
    const now = afterReading(mine, theirs);
    expect(now.rows[0]).toMatchObject({ fields: { meaning: 'mine', tags: ['x'] }, theirs: { meaning: 'theirs' } });
    expect(now.rows[1]).toMatchObject({ fields: { stage: 'late' }, theirs: {} });
    expect(rowsToStore(now)).toMatchObject([{ fields: { tags: ['x'] } }]);
    expect(afterReading(now, theirs)).toEqual(now);
    expect(afterReading(sheet, sheet.rows)).toBe(sheet);
  });

  it('leaves a cell alone that somebody else changed after it was written here, and undoes the rest', () => {
    const sheet = events(['A', 'B']);
    const { sheet: after, step } = writeCells(
      sheet,
      [0, 1].map((row) => ({ row, column: at(sheet, 'meaning'), text: 'm' })),
      names,
    );
    const stored = afterStoring(after, rowsToStore(after), []);
    const others = write(stored, 1, 'meaning', 'theirs').rows.map((row) => ({ ...row, saved: row.fields }));
    expect(undoStep(afterReading(stored, others), step)).toMatchObject({
      stayed: 1,
      sheet: { rows: [{ fields: { meaning: '' } }, { fields: { meaning: 'theirs' } }] },
    });
  });

  it('sends what the server refused again once it is another text', () => {
    const bad = write(events(['A']), 0, 'meaning', 'bad');
    const [row] = bad.rows;
    if (!row) throw new Error('no row');
    const refused = afterStoring(bad, rowsToStore(bad), [
      { itemId: row.itemId, propertyId: null, field: 'meaning', code: 'invalid', words: 'No.', theirs: null },
    ]);
    expect(rowsToStore(refused)).toEqual([]);
    expect(rowsToStore(write(refused, 0, 'meaning', 'good'))).toHaveLength(1);
    const made: SheetRow = { ...row, key: 'new', itemId: 'ev_9', fields: { name: 'A' }, saved: null, before: null };
    const grown = { ...refused, rows: [made] };
    const taken = { itemId: 'ev_9', propertyId: null, field: 'name', code: 'invalid' as const, words: 'It is taken.' };
    const turnedDown = afterStoring(grown, rowsToStore(grown), [{ ...taken, theirs: null }]);
    expect(rowsToStore(turnedDown)).toEqual([]);
    expect(rowsToStore(write(turnedDown, 0, 'name', 'B'))).toMatchObject([{ isNew: true, fields: { name: 'B' } }]);
  });
});
