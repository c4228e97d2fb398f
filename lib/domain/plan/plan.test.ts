import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../kit/canonical';
import { diffPlans } from '../diff/diff-plans';
import { arbitraryAnyItem, arbitraryEdit, arbitraryItem, arbitrarySnapshot } from '../testing/arbitraries';
import { arbitraryType } from '../testing/values';
import { canonicalItem, itemDigest } from './canonical-item';
import { breachesOf } from './invariants';
import { itemSchema } from './item-schema';
import { contents } from './kinds/contents';
import { itemKinds } from './kinds/define';
import { fieldsOf, kinds } from './kinds/list';
import { memberKeyOf } from './member-key';
import { canonicalType, isNullable, withNullable } from './property-type';
import { referrers } from './references';
import { itemByName, itemsOfKind, overlay, snapshotOf } from './snapshot';

describe('kinds', () => {
  it.each(itemKinds)('name every part of the content of a %s as a field, once', (kind) => {
    const keys = fieldsOf(kind).map((field) => field.key);
    expect([...keys].sort()).toEqual([...new Set(['name', 'namespace', ...Object.keys(contents[kind].shape)])].sort());
  });

  it.each(itemKinds)('accept what is generated for a %s', (kind) => {
    fc.assert(
      fc.property(arbitraryItem(kind), (item) => void expect(itemSchema.parse(item)).toEqual(item)),
      { numRuns: 50 },
    );
  });

  it('fill an empty content with defaults', () => {
    for (const kind of itemKinds)
      expect(contents[kind].parse({}).lifecycle).toEqual({ state: 'planned', replacedBy: null });
  });

  it('refuse two examples of one title, since the title is their identity', () => {
    const examples = [
      { title: 'paid', payload: 1 },
      { title: 'paid', payload: 2 },
    ];
    expect(contents.event.safeParse({ examples }).success).toBe(false);
  });
});

describe('example payloads', () => {
  it('refuse a key that reading would lose', () => {
    const read = (text: string) => contents.event.safeParse({ examples: [{ payload: JSON.parse(text) }] });
    expect(read('{"a":[{"b":null}]}').data).toMatchObject({ examples: [{ payload: { a: [{ b: null }] } }] });
    for (const text of ['{"__proto__":null}', '[{"a":{"__proto__":{"b":1}}}]']) {
      expect(read(text).error?.issues).toMatchObject([
        { path: ['examples', 0, 'payload'], message: 'must not have the key __proto__' },
      ]);
    }
  });
});

describe('canonicalItem', () => {
  it('is idempotent and keeps an item valid', () => {
    fc.assert(
      fc.property(arbitraryAnyItem, (item) => {
        const once = canonicalItem(item);
        expect(canonicalItem(once)).toBe(once);
        expect(itemSchema.parse(once)).toEqual(once);
      }),
    );
  });

  it('gives one digest whatever the order of members', () => {
    fc.assert(
      fc.property(arbitraryAnyItem, (item) => {
        const content = Object.fromEntries(
          Object.entries(item.content).map(([key, value]) => [
            key,
            Array.isArray(value) ? [...value].reverse() : value,
          ]),
        );
        expect(itemDigest(canonicalItem({ ...item, content } as typeof item))).toBe(itemDigest(canonicalItem(item)));
      }),
    );
  });

  it('keeps the text 1 and the number 1 apart as keys', () => {
    const field = kinds.property.fields.find((candidate) => candidate.key === 'allowedValues');
    if (!field) throw new Error('no field');
    const keys = ['1', 1, 'true', true, '"1"', 'null', '', 'a', '[1]', '-1', -1].map((value) =>
      memberKeyOf(field, { value, meaning: '' }),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(memberKeyOf(field, { value: 'paid', meaning: '' })).toBe('paid');
  });

  it('sees no order in the fields of an object and the members of a union', () => {
    const type = (names: readonly string[]) =>
      ({
        type: 'union',
        of: [
          { type: 'null' },
          {
            type: 'object',
            open: true,
            fields: names.map((name) => ({ name, type: { type: 'string' }, required: true, meaning: '' })),
          },
        ],
      }) as never;
    expect(canonicalType(type(['b', 'a']))).toEqual(canonicalType(type(['a', 'b'])));
    fc.assert(
      fc.property(
        arbitraryType,
        (generated) => void expect(canonicalType(canonicalType(generated))).toEqual(canonicalType(generated)),
      ),
    );
  });
});

describe('property types', () => {
  it('become nullable and back', () => {
    fc.assert(
      fc.property(arbitraryType, (type) => {
        expect(isNullable(withNullable(type, true))).toBe(true);
        if (!sameJson(type, { type: 'null' })) expect(isNullable(withNullable(type, false))).toBe(type.type === 'null');
      }),
    );
  });
});

describe('snapshots', () => {
  it('lay changes over without touching what they do not name', () => {
    fc.assert(
      fc.property(
        arbitrarySnapshot.chain((snapshot) => fc.tuple(fc.constant(snapshot), arbitraryEdit(snapshot))),
        ([snapshot, changes]) => {
          const after = overlay(snapshot, changes);
          const named = new Map(changes.map((change) => [change.itemId, change]));
          for (const [id, item] of snapshot.items) if (!named.has(id)) expect(after.items.get(id)).toBe(item);
          for (const change of changes) expect(after.items.get(change.itemId)?.content).toEqual(change.item?.content);
        },
      ),
    );
  });

  it('know of a plan with changes laid over what they would know of it alone', () => {
    const said = (index: ReturnType<typeof referrers>) =>
      [...index].map(([id, from]) => [id, [...from].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    fc.assert(
      fc.property(
        arbitrarySnapshot.chain((snapshot) => fc.tuple(fc.constant(snapshot), arbitraryEdit(snapshot))),
        ([snapshot, changes]) => {
          referrers(snapshot);
          const after = overlay(snapshot, changes);
          const alone = snapshotOf(after.planId, after.release, after.items.values());
          expect(said(referrers(after))).toEqual(said(referrers(alone)));
          expect(diffPlans(snapshot, after)).toEqual(diffPlans(snapshot, alone));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('find items by kind in order, by folded name, and by who refers to them', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        const all = itemKinds.flatMap((kind) => itemsOfKind(snapshot, kind));
        expect(new Set(all.map((item) => item.id))).toEqual(new Set(snapshot.items.keys()));
        for (const item of all)
          expect(
            itemByName(snapshot, item.kind, item.namespace?.toUpperCase() ?? null, item.name.toUpperCase())?.id,
          ).toBe(item.id);
        for (const [id, from] of referrers(snapshot))
          for (const other of from) expect(JSON.stringify(snapshot.items.get(other)?.content)).toContain(id);
      }),
    );
  });
});

describe('breachesOf', () => {
  it('names a missing reference, a taken name and a source of truth that is no source', () => {
    const event = (id: string, content: object) =>
      ({
        id,
        kind: 'event',
        namespace: null,
        name: 'Paid',
        content: contents.event.parse(content),
        revisionId: '',
        version: { major: 1, minor: 0, patch: 0 },
        digest: '',
        fromRelease: 1,
      }) as const;
    const snapshot = snapshotOf('pl_1', 1, [
      event('ev_1', { groups: ['pg_9'] }),
      event('ev_2', { sources: [], sourceOfTruth: 'so_1' }),
    ]);
    expect(
      breachesOf(snapshot)
        .map((breach) => breach.code)
        .sort(),
    ).toEqual(['item.name-taken', 'item.reference-missing', 'item.reference-missing', 'item.source-of-truth']);
  });
});

describe('texts', () => {
  it.each(['\u0000', 'a\u0007', '\u001f', '\u007f'])('refuse the control character in %j', (text) => {
    expect(contents.event.safeParse({ meaning: text }).success).toBe(false);
  });

  it('take line breaks and tabs in prose, and no line break in a name', () => {
    expect(contents.event.safeParse({ meaning: 'a\n\tb' }).success).toBe(true);
    expect(contents.event.safeParse({ displayName: 'a\nb' }).success).toBe(false);
  });
});
