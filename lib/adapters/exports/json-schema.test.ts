import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { arbitrarySnapshot, revisionOf } from '@/lib/domain/testing/arbitraries';
import { buildDemoItems } from '@/lib/features/demo/build-items';
import { adapter } from './json-schema';
import { trickyPlan } from './testing/plan';

const choices = (['2020-12', 'draft-07'] as const).flatMap((dialect) =>
  (['shared', 'inline'] as const).flatMap((definitions) =>
    (['allow', 'refuse'] as const).map((unplanned) => ({ dialect, definitions, unplanned })),
  ),
);

/** Validators of every file, by path, under Ajv's strict mode. */
function compile(snapshot: Snapshot, options: object) {
  const { files } = adapter.files(
    { slug: 'shop', name: 'Shop', snapshot, ownerNames: new Map() },
    adapter.options.parse({ retired: true, ...options }),
  );
  const dialect = 'dialect' in options ? options.dialect : '2020-12';
  const ajv =
    dialect === '2020-12' ? new Ajv2020({ strict: true, allErrors: true }) : new Ajv({ strict: true, allErrors: true });
  addFormats(ajv);
  const schemas = files.map((file) => ({ path: file.path, schema: JSON.parse(file.text) as { $id: string } }));
  for (const { schema } of schemas) ajv.addSchema(schema);
  return new Map(schemas.map(({ path, schema }) => [path, ajv.getSchema(schema.$id) ?? ajv.compile(schema)]));
}

describe.each(choices)('$dialect, $definitions definitions, $unplanned', (options) => {
  it('compiles under Ajv strict for any plan', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        expect(() => compile(snapshot, options)).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  const path = 'events/Order-Completed.schema.json';
  const example = trickyPlan.items.get('ev_1');
  const payload = (example?.kind === 'event' ? example.content.examples[0]?.payload : {}) as Record<string, unknown>;
  const validate = compile(trickyPlan, options).get(path);
  const accepts = (value: unknown) => validate?.(value);

  it('accepts the example of the plan', () => {
    expect(accepts(payload), JSON.stringify(validate?.errors)).toBe(true);
  });

  it.each([
    ['a missing property that is always sent', { ...payload, order_id: undefined }],
    ['a wrong type', { ...payload, revenue: '12.5' }],
    ['a number below the minimum', { ...payload, revenue: -1 }],
    ['a text that is too short', { ...payload, order_id: 'o_' }],
    ['a text that misses the pattern', { ...payload, order_id: 'x_17' }],
    ['a value outside the narrowed list', { ...payload, plan: 'pro|team' }],
    ['a member outside the narrowed list', { ...payload, tags: ['last'] }],
    ['an object without a required field', { ...payload, lines: [{}] }],
    ['a field of a closed object that nobody planned', { ...payload, lines: [{ sku: 'a', other: 1 }] }],
    ['a day where a moment is meant', { ...payload, at: '2026-03-31' }],
    ['a union member out of bounds', { ...payload, mixed: 10 }],
    ['a text of any type that misses its pattern', { ...payload, loose: 'y' }],
  ])('refuses %s', (_, broken) => {
    expect(accepts(JSON.parse(JSON.stringify(broken)))).toBe(false);
  });

  it('takes null where the type is nullable though a list of values is given', () => {
    expect(accepts({ ...payload, plan: null })).toBe(true);
  });

  it('refuses a property that is never sent', () => {
    const never = compile(trickyPlan, options).get('events/Order-completed-ev_3.schema.json');
    expect(never?.({})).toBe(true);
    expect(never?.({ order_id: 'o_17' })).toBe(false);
  });
});

describe('the demo plan', () => {
  const names = { teams: new Map<string, string>(), people: new Map<string, string>() };
  const items = buildDemoItems(names, '2026-03-31');
  const snapshot = snapshotOf(
    'pl_1',
    1,
    items.map((item) => revisionOf(item)),
  );

  it.each(choices)('accepts every example: $dialect, $definitions, $unplanned', (options) => {
    const validators = compile(snapshot, options);
    const titles = new Map(
      [...validators].map(([path, validate]) => [(validate.schema as { title: string }).title, path]),
    );
    let seen = 0;
    for (const item of snapshot.items.values()) {
      if (item.kind !== 'event') continue;
      const validate = validators.get(titles.get(item.content.displayName || item.name) ?? '');
      for (const { payload } of item.content.examples) {
        seen += 1;
        expect(validate?.(payload), `${item.name}: ${JSON.stringify(validate?.errors)}`).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(50);
  });
});

it('checks the whole message when asked', () => {
  const validate = compile(trickyPlan, { shape: 'message' }).get('events/Order-completed-ev_4.schema.json');
  expect(validate?.({ type: 'identify', traits: { email: 'ana@shop.example' } })).toBe(true);
  expect(validate?.({ type: 'track', traits: { email: 'ana@shop.example' } })).toBe(false);
  expect(validate?.({ type: 'identify' })).toBe(false);
});
