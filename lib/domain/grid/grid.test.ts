import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { at, edits, events, names, onScreen, ranges, sheets } from '../testing/sheets';
import { clearRange, copyRange, fillFrom, fillRange, pasteBlock } from './blocks';
import { gridColumns } from './columns';
import { parseDay } from './day-text';
import { formatList, formatScalar, parseList, parseScalar } from './list-text';
import { addRows, redoStep, textIn, undoStep, writeCells } from './sheet';
import { summarySheet } from './summary';
import { formatTextTable, parseTextTable } from './text-table';

describe('text of tables', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é') });
  it('reads what it writes, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (table) => {
        expect(parseTextTable(formatTextTable(table))).toEqual(table);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\tb\n', [['two\nlines', 'b']]],
    ['say "hi"\tx', [['say "hi"', 'x']]],
    ['"never closed\tx', [['"never closed', 'x']]],
    ['a\n\nb\tc', [['a'], [''], ['b', 'c']]],
    ['', [['']]],
  ])('reads %j as spreadsheets mean it', (text, table) => {
    expect(parseTextTable(text)).toEqual(table);
  });
});

describe('texts of values', () => {
  it('reads the lists and values it writes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', '\n', '1') })), (members) => {
        expect(parseList(formatList(members))).toEqual(members);
      }),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
        (value) => {
          expect(Object.is(parseScalar(formatScalar(value)), value) || value === 0).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['31.3.2026', '2026-03-31'],
    ['3/31/2026', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['Mar 31, 2026', '2026-03-31'],
    ['2026/3/31', '2026-03-31'],
  ])('reads %s as a day', (text, expected) => expect(parseDay(text)).toEqual({ ok: true, value: expected }));

  it('does not guess which of two days is meant, and takes no day that is none', () => {
    expect(parseDay('3/4/2026')).toMatchObject({ ok: false, error: { suggestions: ['2026-03-04', '2026-04-03'] } });
    expect(parseDay('2026-02-30')).toMatchObject({ ok: false });
  });

  it('says the same again after its own text is put into an empty row, for every column of every kind', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        for (const row of sheet.rows)
          for (const column of sheet.columns) {
            const text = column.text(row.fields, names);
            expect(column.put(row.fields, text, names)).toEqual({ ok: true, value: row.fields });
            const put = column.put({}, text, names);
            // Members of a set come in an order of their own.
            const said = (one: string) => [column.key, ...(column.isList ? parseList(one).sort() : [one])];
            if (put.ok) expect(said(column.text(put.value, names))).toEqual(said(text));
            else expect([column.key, text.trim() === '' || text !== text.trim()]).toEqual(['name', true]);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('writes what the schema of the kind takes', () => {
    fc.assert(
      fc.property(
        sheets.filter(({ mode }) => mode === 'items').chain((sheet) => edits(sheet).map((cells) => ({ sheet, cells }))),
        ({ sheet, cells }) => {
          for (const { itemId: id, fields } of writeCells(sheet, cells, names).sheet.rows) {
            const { name, namespace, ...content } = fields;
            const parsed = itemSchema.safeParse({ id, kind: sheet.kind, namespace, name, content } as Item);
            expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('editing a sheet', () => {
  const edited = sheets.chain((sheet) =>
    fc.record({ sheet: fc.constant(sheet), cells: edits(sheet), range: ranges(sheet) }),
  );

  it('is as it was once a step is undone, and as it became once it is redone', () => {
    fc.assert(
      fc.property(edited, ({ sheet, cells, range }) => {
        const { sheet: after, step } = writeCells(sheet, [...cells, ...clearRange(range)], names);
        const undone = undoStep(after, step);
        expect(undone).toEqual({ sheet, stayed: 0 });
        expect(redoStep(undone.sheet, step)).toEqual({ sheet: after, stayed: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when what was copied is pasted where it was', () => {
    fc.assert(
      fc.property(edited, ({ sheet, cells, range }) => {
        const now = writeCells(sheet, cells, names).sheet;
        const block = parseTextTable(formatTextTable(copyRange(now, range, names)));
        const pasted = pasteBlock(now, range, block, names);
        expect(pasted.surplus).toEqual([]);
        if (pasted.cells.length === (range.bottom - range.top + 1) * (range.right - range.left + 1))
          expect(writeCells(now, pasted.cells, names)).toEqual({ sheet: now, step: { cells: [], added: [] } });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the text of a bad cell, marks it, and writes all others', () => {
    const sheet = events(['Paid', 'Refunded']);
    const owner = at(sheet, 'owner');
    const { sheet: after } = writeCells(
      sheet,
      [
        { row: 0, column: owner, text: 'Grwth' },
        { row: 1, column: owner, text: 'Mei, Tanaka' },
      ],
      names,
    );
    expect(after.rows[0]?.wrong.owner).toMatchObject({ text: 'Grwth', words: 'No team or person is called “Grwth”.' });
    expect(after.rows[0]?.wrong.owner?.suggestions[0]).toMatch(/rowth/u);
    expect(after.rows[1]?.fields.owner).toEqual({ type: 'person', id: 'us_1' });
    expect(summarySheet(after, names)).toEqual({ changes: 2, items: 2, wrong: 1, clashes: 0 });
  });

  it('spreads one cell over the selection, repeats what fits, and offers rows that find no place', () => {
    const sheet = events(['A', 'B', 'C', 'D']);
    const whole = { top: 0, left: 1, bottom: 3, right: 2 };
    expect(pasteBlock(sheet, whole, [['x']], names).cells).toHaveLength(8);
    expect(
      pasteBlock(
        sheet,
        whole,
        [
          ['x', 'y'],
          ['z', 'u'],
        ],
        names,
      )
        .cells.map((cell) => cell.text)
        .join(''),
    ).toBe('xyzuxyzu');
    const low = { top: 3, left: 0, bottom: 3, right: 0 };
    expect(
      pasteBlock(
        sheet,
        low,
        [
          ['D', 'm'],
          ['E', 'n'],
          ['', ''],
        ],
        names,
      ),
    ).toMatchObject({
      cells: [{ row: 3 }, { row: 3 }],
      surplus: [{ name: 'E', meaning: 'n' }],
    });
  });

  it('puts columns under their names and rows at theirs when the block says them', () => {
    const sheet = events(['A', 'B']);
    const block = [
      ['Tags', 'Name', 'Nonsense', 'Stage'],
      ['x', 'b', '?', 'late'],
      ['y', 'New', '?', ''],
    ];
    const pasted = pasteBlock(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, block, names);
    expect(pasted.cells).toEqual([
      { row: 1, column: at(sheet, 'tags'), text: 'x' },
      { row: 1, column: at(sheet, 'stage'), text: 'late' },
    ]);
    expect(pasted).toMatchObject({ surplus: [{ name: 'New', tags: 'y' }], columnsLeft: 1 });
  });

  it('fills down, right and upwards', () => {
    const sheet = writeCells(events(['A', 'B', 'C']), [{ row: 2, column: 1, text: 'm' }], names).sheet;
    const range = { top: 0, left: 1, bottom: 2, right: 1 };
    expect(fillFrom(sheet, { ...range, top: 2 }, range, names)).toEqual(
      [0, 1].map((row) => ({ row, column: 1, text: 'm' })),
    );
    expect(fillRange(sheet, { ...range, top: 2, right: 2 }, 'right', names)).toEqual([
      { row: 2, column: 2, text: 'm' },
    ]);
    expect(fillRange(sheet, range, 'down', names).map((cell) => cell.text)).toEqual(['', '']);
  });

  it('takes rows that were made away again', () => {
    const sheet = events(['A']);
    const made = onScreen({ itemId: 'ev_9', propertyId: null, title: '', fields: { name: 'N' }, before: null });
    const { sheet: after, step } = addRows(sheet, [{ ...made, saved: null }]);
    expect(after.rows).toHaveLength(2);
    expect(undoStep(after, step).sheet.rows).toEqual(sheet.rows);
    expect(redoStep(sheet, step).sheet.rows).toEqual(after.rows);
  });
});

it('shows the text of every cell', () => {
  const [row] = events(['A']).rows;
  const [column] = gridColumns('event', 'items');
  expect(row && column && textIn(row, column, names)).toBe('A');
});
