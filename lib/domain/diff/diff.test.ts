import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemDigest } from '../plan/canonical-item';
import { type Item, withField } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import { itemKinds } from '../plan/kinds/define';
import { fieldsOf } from '../plan/kinds/list';
import { overlay, type Snapshot } from '../plan/snapshot';
import { arbitraryAnyItem, arbitraryEdit, arbitraryItem, arbitrarySnapshot } from '../testing/arbitraries';
import { applyDifferences, applyToItem } from './apply-differences';
import { changedFieldKeys } from './changed-field-keys';
import { diffItems } from './diff-items';
import { diffPlans } from './diff-plans';

const twoPlans = arbitrarySnapshot.chain((before) => fc.tuple(fc.constant(before), arbitraryEdit(before)));
const twoItems = fc
  .constantFrom(...itemKinds)
  .chain((kind) =>
    fc.tuple(arbitraryItem(kind, 'xx_1') as fc.Arbitrary<Item>, arbitraryItem(kind, 'xx_1') as fc.Arbitrary<Item>),
  );

/** What a plan says, without revisions. */
function said(snapshot: Snapshot): Record<string, unknown> {
  return Object.fromEntries(
    [...snapshot.items.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, kind, namespace, name, content }) => [id, { kind, namespace, name, content }]),
  );
}

function reordered(item: Item): Item {
  const content = Object.fromEntries(
    Object.entries(item.content).map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]),
  );
  return { ...item, content } as Item;
}

describe('diff laws', () => {
  it('a plan does not differ from itself, nor from a deep copy', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (plan) => {
        expect(diffPlans(plan, plan)).toEqual([]);
        const copy = {
          ...plan,
          items: new Map([...plan.items].map(([id, item]) => [id, { ...structuredClone(item), digest: '' }])),
        };
        expect(diffPlans(plan, copy)).toEqual([]);
      }),
    );
  });

  it('applying the difference gives the other plan', () => {
    fc.assert(
      fc.property(twoPlans, ([before, changes]) => {
        const after = applyDifferences(overlay(before, changes), []);
        const applied = applyDifferences(before, diffPlans(before, after));
        expect(diffPlans(applied, after)).toEqual([]);
        const canonicalAfter = applyDifferences(
          { ...after, items: new Map() },
          diffPlans({ ...after, items: new Map() }, after),
        );
        expect(said(applied)).toEqual(said(canonicalAfter));
      }),
      { numRuns: 200 },
    );
  });

  it('applying the difference of two items gives the other item, back and forth', () => {
    fc.assert(
      fc.property(twoItems, ([a, b]) => {
        const forth = applyToItem(a, diffItems(a, b));
        expect(forth && itemDigest(forth)).toBe(itemDigest(applyToItem(b, []) as Item));
        expect(diffItems(forth as Item, b)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a new order of members is no difference', () => {
    fc.assert(
      fc.property(arbitraryAnyItem, (item) => void expect(diffItems(item, reordered(item))).toEqual([])),
      { numRuns: 300 },
    );
  });

  it('a rename is exactly one difference', () => {
    fc.assert(
      fc.property(arbitraryAnyItem, (item) => {
        const differences = diffItems(item, { ...item, name: `${item.name} 2` });
        expect(differences).toEqual([
          {
            type: 'field-changed',
            itemId: item.id,
            kind: item.kind,
            field: 'name',
            before: item.name,
            after: `${item.name} 2`,
          },
        ]);
      }),
    );
  });

  it('reads the same in any order of the maps', () => {
    fc.assert(
      fc.property(twoPlans, ([before, changes]) => {
        const after = overlay(before, changes);
        const shuffled = { ...after, items: new Map([...after.items].reverse()) };
        expect(diffPlans(before, shuffled)).toEqual(diffPlans(before, after));
      }),
    );
  });

  it('names only fields of the kind, each place once', () => {
    fc.assert(
      fc.property(twoItems, ([a, b]) => {
        const differences = diffItems(a, b);
        const known = new Set(fieldsOf(a.kind).map((field) => field.key));
        for (const fields of changedFieldKeys(differences).values())
          for (const field of fields) expect(known.has(field)).toBe(true);
        const places = differences.map((d) =>
          JSON.stringify(
            [d, 'part' in d ? d.part : null].map((x) =>
              typeof x === 'object' && x ? { ...x, before: 0, after: 0, type: 'item-added' === x.type ? 1 : 0 } : x,
            ),
          ),
        );
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});

describe('exact equality', () => {
  const example = (payload: unknown) =>
    ({
      id: 'ev_1',
      kind: 'event',
      namespace: null,
      name: 'Paid',
      content: contents.event.parse({ examples: [{ title: '', payload }] }),
    }) as Item;
  const values = [null, false, 0, '', '0', 'false', 'null', [], {}, [null], { a: null }];

  it.each(
    values.flatMap((a, i) => values.slice(i + 1).map((b) => [JSON.stringify(a), JSON.stringify(b), a, b] as const)),
  )('%s is not %s', (_a, _b, a, b) => {
    expect(diffItems(example(a), example(b))).toHaveLength(1);
  });

  it('an absent key is not null', () => {
    expect(diffItems(example({}), example({ a: null }))).toHaveLength(1);
  });

  it('no list, an empty text and nothing are three values of a field', () => {
    const item = {
      id: 'pr_1',
      kind: 'property',
      namespace: null,
      name: 'unit',
      content: contents.property.parse({}),
    } as Item;
    expect(diffItems(item, withField(item, 'unit', ''))).toHaveLength(1);
    expect(diffItems(item, withField(item, 'minimum', 0))).toHaveLength(1);
    expect(diffItems(item, withField(item, 'allowedValues', [{ value: '', meaning: '' }]))).toMatchObject([
      { type: 'field-changed', before: null },
    ]);
  });

  it('the text 1 and the number 1 are two allowed values', () => {
    const item = (value: string | number) =>
      ({
        id: 'pr_1',
        kind: 'property',
        namespace: null,
        name: 'n',
        content: contents.property.parse({ allowedValues: [{ value }] }),
      }) as Item;
    expect(diffItems(item(1), item('1')).map((d) => d.type)).toEqual(['member-added', 'member-removed']);
  });
});

describe('diffPlans', () => {
  it('skips items of one digest and prints events first, by name', () => {
    const names = (kind: Item['kind'], id: string, name: string, meaning: string) => {
      const item = { id, kind, namespace: null, name, content: contents[kind].parse({ meaning }) } as Item;
      return {
        ...item,
        revisionId: id,
        version: { major: 1, minor: 0, patch: 0 },
        digest: itemDigest(item),
        fromRelease: 1,
      };
    };
    const plan = (meaning: string) => {
      const items = [
        names('property', 'pr_1', 'a', meaning),
        names('event', 'ev_2', 'B', meaning),
        names('event', 'ev_1', 'A', meaning),
        names('source', 'so_1', 'x', 'same'),
      ];
      return { planId: 'pl_1', release: 1, items: new Map(items.map((item) => [item.id, item])) };
    };
    expect(diffPlans(plan('one'), plan('two')).map((d) => d.itemId)).toEqual(['ev_1', 'ev_2', 'pr_1']);
  });
});
