import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../kit/canonical';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { referencesOf } from '../plan/references';
import { overlay, type Snapshot, snapshotOf } from '../plan/snapshot';
import { resolvedUses } from '../plan-query/resolved-uses';
import { arbitrarySnapshot, revisionOf } from '../testing/arbitraries';
import { replaceProperty } from './replace-property';

const asked = arbitrarySnapshot
  .map((snapshot) => ({
    snapshot,
    properties: [...snapshot.items.values()].filter((item) => item.kind === 'property').map(({ id }) => id),
  }))
  .filter(({ properties }) => properties.length > 1)
  .chain(({ snapshot, properties }) =>
    fc.record({
      snapshot: fc.constant(snapshot),
      ids: fc.shuffledSubarray(properties, { minLength: 2 }),
      retire: fc.boolean(),
    }),
  );

function applied(snapshot: Snapshot, ids: readonly string[], retire: boolean) {
  const [survivor = '', ...losers] = ids;
  const plan = replaceProperty(snapshot, { losers, survivor, retire });
  if (!plan.ok) throw new Error(plan.error.code);
  return { ...plan.value, survivor, losers, after: overlay(snapshot, plan.value.changes) };
}

describe('replaceProperty', () => {
  it('leaves no use of the losers', () => {
    fc.assert(
      fc.property(asked, ({ snapshot, ids, retire }) => {
        const { after, losers } = applied(snapshot, ids, retire);
        for (const item of after.items.values())
          for (const reference of referencesOf(item)) expect(losers).not.toContain(reference.itemId);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing but what used a loser, and says what it did to each', () => {
    fc.assert(
      fc.property(asked, ({ snapshot, ids, retire }) => {
        const { after, losers, survivor, changes, effects } = applied(snapshot, ids, retire);
        expect(after.items.size).toBe(snapshot.items.size);
        expect(new Set(effects.map(({ itemId }) => itemId))).toEqual(new Set(changes.map(({ itemId }) => itemId)));
        for (const [id, before] of snapshot.items) {
          const item = after.items.get(id);
          expect([item?.kind, item?.namespace, item?.name]).toEqual([before.kind, before.namespace, before.name]);
          const changed = Object.keys(before.content).filter(
            (key) => !sameJson(said(before, key), item && said(item, key)),
          );
          const allowed = losers.includes(id)
            ? ['lifecycle']
            : ['lifecycle', 'properties', 'uses', 'nameMapping', 'examples'];
          for (const key of changed) expect(allowed).toContain(key);
          // Uses of other properties are the same, in the same order.
          if (before.kind === 'event' && item?.kind === 'event') {
            const others = (of: typeof before.content) =>
              of.properties.filter((use) => use.propertyId !== survivor && !losers.includes(use.propertyId));
            expect(others(item.content)).toEqual(others(before.content));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the survivor to whatever carried a loser, and items that can be stored', () => {
    fc.assert(
      fc.property(asked, ({ snapshot, ids, retire }) => {
        const { after, losers, survivor, changes } = applied(snapshot, ids, retire);
        for (const change of changes) expect(itemSchema.safeParse(change.item).success).toBe(true);
        for (const before of snapshot.items.values()) {
          if (before.kind !== 'event' && before.kind !== 'property-group') continue;
          if (!resolvedUses(snapshot, before).some(({ property }) => losers.includes(property.id))) continue;
          const item = after.items.get(before.id);
          if (item?.kind !== 'event' && item?.kind !== 'property-group') throw new Error('it is gone');
          expect(resolvedUses(after, item).map(({ property }) => property.id)).toContain(survivor);
          const own = item.content.properties.map((use) => use.propertyId);
          expect(new Set(own).size).toBe(own.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(asked, ({ snapshot, ids }) => {
        const { after, losers, survivor } = applied(snapshot, ids, true);
        const again = replaceProperty(after, { losers, survivor, retire: true });
        expect(again).toMatchObject({ ok: true, value: { changes: [], effects: [] } });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps example payloads what the event sends', () => {
    const property = (id: string, name: string) =>
      itemSchema.parse({ id, kind: 'property', namespace: null, name, content: {} });
    const event = itemSchema.parse({
      id: 'ev_1',
      kind: 'event',
      namespace: null,
      name: 'Paid',
      content: {
        properties: [{ propertyId: 'pr_b', presence: { kind: 'always' } }],
        examples: [{ title: 'One', payload: { total: 3, orderId: 'o-1' } }],
      },
    });
    const snapshot = snapshotOf(
      'pl_1',
      1,
      [property('pr_a', 'order_id'), property('pr_b', 'orderId'), event].map((item) => revisionOf(item)),
    );
    const { after } = applied(snapshot, ['pr_a', 'pr_b'], true);
    expect(after.items.get('ev_1')?.content).toMatchObject({
      properties: [{ propertyId: 'pr_a', presence: { kind: 'always' } }],
      examples: [{ payload: { total: 3, order_id: 'o-1' } }],
    });
    expect(after.items.get('pr_b')?.content.lifecycle).toEqual({ state: 'retired', replacedBy: 'pr_a' });
  });

  it('refuses what is no property, and one that shall replace itself', () => {
    const snapshot = snapshotOf('pl_1', 1, []);
    expect(replaceProperty(snapshot, { losers: ['pr_1'], survivor: 'pr_2', retire: true })).toMatchObject({
      error: { code: 'property.not-found' },
    });
  });
});

function said(item: Item, key: string): unknown {
  return (item.content as Record<string, unknown>)[key];
}
