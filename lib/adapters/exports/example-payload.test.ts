import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySnapshot, itemsOfKind, type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { examplePayload } from '@/lib/domain/plan-query/example-payload';
import { arbitrarySnapshot, revisionOf } from '@/lib/domain/testing/arbitraries';
import { buildDemoItems } from '@/lib/features/demo/build-items';
import { importInto, merged } from '../imports/testing/run';
import { adapter } from './json-schema';
import { trickyPlan } from './testing/plan';

/** Checks the example of every event against the schema that the export writes for it. @returns how many there were */
function check(snapshot: Snapshot): number {
  const { files } = adapter.files(
    { slug: 'shop', name: 'Shop', snapshot, ownerNames: new Map() },
    adapter.options.parse({ retired: true, unplanned: 'refuse' }),
  );
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  const schemas = files.map((file) => JSON.parse(file.text) as { $id: string; title: string });
  for (const schema of schemas) ajv.addSchema(schema);
  // Names may be shared by events in several namespaces, so an example must fit one of those that bear its title.
  const byTitle = Map.groupBy(schemas, (schema) => schema.title);
  let made = 0;
  for (const event of itemsOfKind(snapshot, 'event')) {
    const payload = examplePayload(snapshot, event, (pattern) => {
      const read = new RegExp(pattern, 'u');
      return (text) => read.test(text);
    });
    if (payload === null) continue;
    made += 1;
    const validators = (byTitle.get(event.content.displayName || event.name) ?? []).flatMap(
      ({ $id }) => ajv.getSchema($id) ?? [],
    );
    const isValid = validators.some((validate) => validate(payload));
    const told = isValid ? '' : JSON.stringify([payload, validators.map(({ errors }) => errors)]);
    expect(isValid, `${event.name}: ${told}`).toBe(true);
  }
  return made;
}

describe('the example payload of an event', () => {
  it('is valid for every event of the demo', () => {
    const items = buildDemoItems({ teams: new Map(), people: new Map() }, '2026-03-31');
    const snapshot = snapshotOf(
      'pl_1',
      1,
      items.map((item) => revisionOf(item)),
    );
    expect(check(snapshot)).toBe(itemsOfKind(snapshot, 'event').length);
  });

  it('is valid for every event of a plan of a thousand', async () => {
    const gitlab = readFileSync(new URL('../../../e2e/fixtures/gitlab-events/plan.csv', import.meta.url), 'utf8');
    const base = emptySnapshot('pl_1');
    const snapshot = merged(base, (await importInto(base, gitlab)).changes);
    expect(itemsOfKind(snapshot, 'event').length).toBeGreaterThan(900);
    expect(check(snapshot)).toBe(itemsOfKind(snapshot, 'event').length);
  });

  it('is valid, or is not made, for any plan', () => {
    check(trickyPlan);
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        check(snapshot);
      }),
      { numRuns: 60 },
    );
  });
});
