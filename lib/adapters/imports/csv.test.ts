import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalItem } from '@/lib/domain/plan/canonical-item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { itemsOfKind, type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { arbitrarySnapshot, revisionOf } from '@/lib/domain/testing/arbitraries';
import { remapReferences } from '@/lib/domain/transfer/changes/remap';
import { adapter as csvExport } from '../exports/csv';
import { trickyPlan } from '../exports/testing/plan';
import { adapter } from './csv';
import { importInto, merged, nothing, owners, pieces } from './testing/run';

const gitlab = readFileSync(new URL('../../../e2e/fixtures/gitlab-events/plan.csv', import.meta.url), 'utf8');

function exported(snapshot: Snapshot, options: object = {}): string {
  const { files } = csvExport.files(
    { slug: 'shop', name: 'Shop', snapshot, ownerNames: owners },
    csvExport.options.parse(options),
  );
  return files[0]?.text ?? '';
}

/** The snapshot as the store could hold it: checked, and without references to nothing. */
function whole(snapshot: Snapshot): Snapshot {
  const items = [...snapshot.items.values()].map((item) => {
    const content = remapReferences(item.content, (id) => (snapshot.items.has(id) ? id : null));
    const { id, kind, namespace, name } = item;
    return revisionOf(canonicalItem(itemSchema.parse({ id, kind, namespace, name, content })));
  });
  return snapshotOf(snapshot.planId, snapshot.release, items);
}

describe('an export of ours', () => {
  it.each([{}, { delimiter: ';' }, { delimiter: 'tab', bom: true }])(
    'comes back without a difference: %o',
    async (options) => {
      await fc.assert(
        fc.asyncProperty(arbitrarySnapshot.map(whole), async (snapshot) => {
          if (snapshot.items.size === 0) return;
          const { changes, findings, same } = await importInto(snapshot, exported(snapshot, options), {
            removeMissing: true,
          });
          expect(changes).toEqual([]);
          expect(findings).toEqual([]);
          expect(same).toBe(snapshot.items.size);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('makes the same plan elsewhere, under new ids', async () => {
    const { changes, findings } = await importInto(nothing, exported(trickyPlan));
    expect(findings).toEqual([]);
    const copy = merged(nothing, changes);
    const plain = (snapshot: Snapshot) => {
      const items = [...snapshot.items.values()];
      const numbers = new Map(items.map((item) => [item.id, `${item.kind} ${item.namespace} ${item.name}`]));
      const named = (id: string) => numbers.get(id) ?? id;
      return items
        .map((item) =>
          JSON.stringify({
            kind: item.kind,
            namespace: item.namespace,
            name: item.name,
            content: remapReferences(item.content, named),
          })
            .split('')
            .sort()
            .join(''),
        )
        .sort();
    };
    expect(plain(copy)).toEqual(plain(trickyPlan));
    expect([...copy.items.keys()].filter((id) => trickyPlan.items.has(id))).toEqual([]);
  });

  it('takes over a cell that somebody edited', async () => {
    const text = exported(trickyPlan)
      .replace('The payment is captured,Checkout,Growth', 'The payment is settled,Checkout,Ana')
      .replace('order_id,string,true', 'order_id,string,false');
    const { changes } = await importInto(trickyPlan, text);
    expect(changes.map((change) => change.itemId)).toEqual(['ev_1']);
    const item = changes[0]?.item;
    if (item?.kind !== 'event') throw new Error('no event');
    expect(item.content.firesWhen).toBe('The payment is settled');
    expect(item.content.owner).toEqual({ type: 'person', id: 'us_1' });
    expect(item.content.properties.find((use) => use.propertyId === 'pr_1')?.presence).toEqual({ kind: 'sometimes' });
  });

  it('names the row and column of JSON that hides half a character or a NUL', async () => {
    for (const bad of ['\\\\ud800', '\\\\u0000']) {
      const text = exported(trickyPlan).replace('""Pays nothing""', `""${bad.slice(1)}""`);
      const { findings, changes } = await importInto(trickyPlan, text);
      expect(findings[0]).toMatchObject({ code: 'row.unreadable', column: 'waymark_content', count: 1 });
      expect(changes).toEqual([]);
    }
  });
});

describe('the GitLab plan', () => {
  it('gives 1,013 events for 1,013 definitions, each name told apart, and nothing the second time', async () => {
    const first = await importInto(nothing, gitlab);
    expect(first.mapping).toMatchObject({
      rowIs: 'property',
      emptyStatus: 'live',
      namespaces: { use: 'when-repeated', columns: ['legacy_category', 'file'] },
    });
    expect(first.mapping.columns.find((column) => column.field === 'key')?.header).toBe('file');
    expect(first.rejected).toEqual([]);
    const plan = merged(nothing, first.changes);
    const events = itemsOfKind(plan, 'event');
    expect(events).toHaveLength(1013);
    expect(new Set(events.map((event) => event.name)).size).toBe(939);
    expect(events.filter((event) => event.name === 'click_button')).toHaveLength(20);
    expect(events.filter((event) => event.content.lifecycle.state === 'retired')).toHaveLength(34);
    expect(events.flatMap((event) => event.content.properties)).toHaveLength(939);
    const repeated = first.findings.filter((finding) => finding.code === 'event.name-repeated');
    expect(repeated).toHaveLength(26);
    expect(first.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(first.findings.filter((finding) => finding.code === 'owner.unknown')).toHaveLength(38);

    const again = await importInto(plan, gitlab, { removeMissing: true });
    expect(again.changes).toEqual([]);
    expect(again.same).toBe(plan.items.size);
  });

  it('follows an event by its file when it is renamed', async () => {
    const plan = merged(nothing, (await importInto(nothing, gitlab)).changes);
    const { changes } = await importInto(
      plan,
      gitlab.replaceAll('select_deployment_target,Deployment', 'choose_deployment_target,Deployment'),
    );
    expect(changes.map((change) => [change.operation, change.item?.name])).toEqual([
      ['update', 'choose_deployment_target'],
    ]);
  });
});

const rowCell = fc.constantFrom('', 'a', 'b', 'a|b', '7', 'true');
const anyRow = fc.tuple(
  fc.constantFrom('Signed Up', 'signed up', 'Paid', 'Left'),
  rowCell,
  fc.constantFrom('', 'plan', 'size', 'Plan'),
  fc.constantFrom('', 'string', 'int', 'bool', 'odd', 'string|null'),
  rowCell,
  fc.constantFrom('', 'true', 'no', 'when asked', '?'),
  rowCell,
  fc.constantFrom('', 'How large', 'How big'),
);
const anyTable = fc
  .array(anyRow, { minLength: 1, maxLength: 8 })
  .map((rows) =>
    [
      'event,description,property,type,values,required,team,property description',
      ...rows.map((row) => row.join(',')),
    ].join('\n'),
  );

describe('any table', () => {
  it('gives no change the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, anyTable, async (one, other) => {
        let plan = merged(nothing, (await importInto(nothing, one)).changes);
        expect((await importInto(plan, one)).changes).toEqual([]);
        plan = merged(plan, (await importInto(plan, other)).changes);
        expect((await importInto(plan, other)).changes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a stranger's table", () => {
  const table = [
    'Our tracking plan;;;;;',
    'Event;Description;Property;Type;Required;Team;Notes',
    '"Order ""Paid""";"Money is ours;',
    'captured";order_id;int;yes;Growth;first',
    ';;coupon;varchar(20);maybe;;',
    'Signed Up;A user exists;plan;text;no;Nobody;',
    'Signed Up;A user was made;plan;text;no;Nobody;',
    ';;;;;;lost',
  ].join('\r\n');

  it('is read by the names of its columns, below a title, with merged cells and line breaks in quotes', async () => {
    const { changes, mapping, findings, inspection } = await importInto(nothing, `\uFEFF${table}`);
    expect(mapping).toMatchObject({ delimiter: ';', skippedRows: 1, rowIs: 'property' });
    expect(mapping.columns.map((column) => column.field)).toEqual([
      'name',
      'meaning',
      'property.name',
      'property.type',
      'property.presence',
      'owner',
      'extra',
    ]);
    expect(mapping.types).toContainEqual({ from: 'int', to: 'integer' });
    expect(inspection.columns[3]).toMatchObject({ header: 'Type', examples: ['int', 'varchar(20)', 'text'] });
    const events = changes.flatMap((change) => (change.item?.kind === 'event' ? [change.item] : []));
    expect(events.map((event) => event.name).sort()).toEqual(['Order "Paid"', 'Signed Up']);
    const paid = events.find((event) => event.name === 'Order "Paid"');
    expect(paid?.content.meaning).toBe('Money is ours;\r\ncaptured');
    expect(paid?.content.properties).toHaveLength(2);
    expect(paid?.content.owner).toEqual({ type: 'team', id: 'tm_1' });
    expect(findings.map((finding) => [finding.code, finding.rows, finding.fix])).toEqual([
      ['use.repeated', [6], 'file'],
      ['row.empty-name', [7], 'file'],
      ['type.unknown', [4], 'type'],
      ['presence.unknown', [4], 'presence'],
      ['event.contradiction', [6], 'namespace'],
      ['owner.unknown', [5], 'teams'],
    ]);
  });

  it('is corrected once for all rows', async () => {
    const { findings } = await importInto(nothing, table, {
      types: [{ from: 'varchar(20)', to: 'string' }],
      presences: [{ from: 'maybe', to: 'sometimes' }],
    });
    expect(findings.map((finding) => finding.code)).not.toContain('type.unknown');
    expect(findings.map((finding) => finding.code)).not.toContain('presence.unknown');
  });

  it('keeps one name with two types as two properties, and one with several lists as one', async () => {
    const text =
      'event,property,type,values\nA,size,string,s|m\nB,size,string,s|m|l\nC,size,integer,\nA,count,integer,1|x\n';
    const { changes, findings } = await importInto(nothing, text);
    const properties = changes.flatMap((change) => (change.item?.kind === 'property' ? [change.item] : []));
    expect(properties.map((one) => [one.namespace, one.name, one.content.type])).toEqual([
      [null, 'size', { type: 'string' }],
      ['integer', 'size', { type: 'integer' }],
      [null, 'count', { type: 'integer' }],
    ]);
    expect(properties[0]?.content.allowedValues?.map((entry) => entry.value)).toEqual(['l', 'm', 's']);
    const a = changes.find((change) => change.item?.name === 'A')?.item;
    expect(
      a?.kind === 'event' && a.content.properties.find((use) => use.propertyId === properties[0]?.id)?.allowedValues,
    ).toEqual(['m', 's']);
    expect(findings.find((finding) => finding.code === 'value.wrong-type')).toMatchObject({ rows: [5], value: 'x' });
  });

  it('does not touch what a shared property says to events outside the file', async () => {
    const plan = merged(
      nothing,
      (
        await importInto(
          nothing,
          'event,property,type,property description,values\nA,size,string,Size of the shirt,s|m\nB,size,string,Size of the shirt,s|m\n',
        )
      ).changes,
    );
    const { changes, findings } = await importInto(
      plan,
      'event,property,type,property description,values\nB,size,string,Size of the box,s|xl\nC,size,integer,In litres,\n',
    );
    const size = changes.find((change) => change.item?.kind === 'property' && change.operation === 'update')?.item;
    expect(size?.kind === 'property' && size.content.allowedValues?.map((entry) => entry.value)).toEqual([
      'm',
      's',
      'xl',
    ]);
    expect(size?.content.meaning).toBe('Size of the shirt');
    const b = changes.find((change) => change.item?.name === 'B')?.item;
    expect(b?.kind === 'event' && b.content.properties[0]?.note).toBe('Size of the box');
    expect(findings.map((finding) => finding.code)).toEqual(['property.kept-apart']);
  });

  it('does not give a property that nobody uses another meaning', async () => {
    const one = 'event,property,property description\nA,language,Language of the shop\n';
    const plan = merged(nothing, (await importInto(nothing, one)).changes);
    const unused = snapshotOf(
      'pl_1',
      2,
      [...plan.items.values()].filter((item) => item.kind === 'property'),
    );
    const other = 'event,property,property description\nB,language,Language of the bill\n';
    const { changes } = await importInto(unused, other);
    expect(changes.map((change) => [change.operation, change.item?.name])).toEqual([['create', 'B']]);
    const after = merged(unused, changes);
    expect(itemsOfKind(after, 'event')[0]?.content.properties[0]?.note).toBe('Language of the bill');
    expect((await importInto(after, other)).changes).toEqual([]);
  });

  it('removes only when asked', async () => {
    const plan = merged(nothing, (await importInto(nothing, 'event,property\nA,x\nA,y\nB,x\n')).changes);
    expect((await importInto(plan, 'event,property\nA,x\n')).changes).toEqual([]);
    const { changes } = await importInto(plan, 'event,property\nA,x\n', { removeMissing: true });
    expect(changes.map((change) => change.operation).sort()).toEqual(['remove', 'update']);
  });
});

describe('a file that cannot be read', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  it.each([
    ['nothing', bytes(''), { code: 'import.empty' }],
    ['only spaces', bytes(' \n \n'), { code: 'import.empty' }],
    ['no rows', bytes('event,description\n'), { code: 'import.empty' }],
    ['a workbook', bytes([0x50, 0x4b, 3, 4], 'x'), { code: 'import.not-text' }],
    ['UTF-16', bytes([0xff, 0xfe, 0x61, 0]), { code: 'import.invalid-encoding' }],
    ['a NUL', bytes('event,description\nA,x\nB,y\0\n'), { code: 'import.nul', row: 3, column: '2' }],
    [
      'bytes that are not UTF-8',
      bytes('event,description\nA,x\nB,', [0xe9, 0x20], '\n'),
      { code: 'import.invalid-encoding', row: 3, column: '2' },
    ],
    [
      'half a character',
      bytes('event,description\nA,', [0xed, 0xa0, 0x80], '\n'),
      { code: 'import.invalid-encoding', row: 2, column: '2' },
    ],
    ['a quote that never closes', bytes('event,description\nA,x\nB,"y\nC,z\n'), { code: 'import.malformed', row: 3 }],
    ['text after a quote', bytes('event,description\nA,"x"y\n'), { code: 'import.malformed', row: 2 }],
  ])('%s: names what, where and what to do', async (_, file, error) => {
    const read = await adapter.inspect(pieces(file));
    expect(read).toMatchObject({ ok: false, error });
    if (!read.ok) expect(read.error.detail.length).toBeGreaterThan(15);
  });

  it('that lost a column since it was mapped names the column', async () => {
    const inspected = await adapter.inspect(pieces('event,description\nA,x\n'));
    if (!inspected.ok) throw new Error(inspected.error.detail);
    const { Findings } = await import('@/lib/domain/transfer/finding');
    const read = await adapter.read(pieces('event,other\nA,x\n'), inspected.value.mapping, new Findings());
    expect(read).toMatchObject({ ok: false, error: { code: 'import.missing-column', column: 'description' } });
  });
});
