import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSchema } from '../plan/item-schema';
import type { ItemKind } from '../plan/kinds/define';
import type { Json } from '../plan/parts';
import { itemOfKind, itemsOfKind, snapshotOf } from '../plan/snapshot';
import { arbitrarySnapshot, revisionOf } from '../testing/arbitraries';
import { exampleFaults } from './example-faults';
import { examplePayload } from './example-payload';

const readPattern = (pattern: string) => {
  const read = new RegExp(pattern, 'u');
  return (text: string) => read.test(text);
};
const item = (id: string, kind: ItemKind, name: string, content: object) =>
  revisionOf(itemSchema.parse({ id, kind, namespace: null, name, content }));
const plan = snapshotOf('pl_1', 1, [
  item('pr_1', 'property', 'order_id', { type: { type: 'string' }, pattern: '^o-' }),
  item('pr_2', 'property', 'total', { type: { type: 'number' }, minimum: 0 }),
  item('pr_3', 'property', 'currency', {
    type: { type: 'string' },
    allowedValues: [{ value: 'EUR' }, { value: 'SEK' }],
  }),
  item('pr_4', 'property', 'country', { type: { type: 'union', of: [{ type: 'string' }, { type: 'null' }] } }),
  item('ev_1', 'event', 'Order Completed', {
    properties: [
      { propertyId: 'pr_1', presence: { kind: 'always' } },
      { propertyId: 'pr_2' },
      { propertyId: 'pr_3', allowedValues: ['EUR'] },
      { propertyId: 'pr_4', pinned: { value: 'SE' } },
    ],
  }),
]);
const faults = (payload: Json) => {
  const event = itemOfKind(plan, 'event', 'ev_1');
  return event ? exampleFaults(plan, event, payload, readPattern) : [];
};

describe('an example payload against its event', () => {
  it('is left alone when it fits, also without what is sent sometimes', () => {
    expect(faults({ order_id: 'o-7' })).toEqual([]);
    expect(faults({ order_id: 'o-7', total: 19.5, currency: 'EUR', country: null })).toEqual([]);
  });

  it('is told apart in words', () => {
    expect(faults('o-7')).toEqual(['is no object with properties by name']);
    expect(faults({ total: 'much', coupon: 'x' })).toEqual([
      'lacks order_id',
      'has "much" for total, which is number',
      'brings coupon, which the event does not have',
    ]);
    expect(faults({ order_id: '7', total: -1, currency: 'SEK', country: 'NO' })).toEqual([
      'has "NO" for country, which is always "SE"',
      'has "SEK" for currency, which is not an allowed value',
      'has "7" for order_id, outside its limits',
      'has -1 for total, outside its limits',
    ]);
  });

  it('never accuses an example that is made from the definition', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        for (const event of itemsOfKind(snapshot, 'event')) {
          const payload = examplePayload(snapshot, event, readPattern);
          if (payload) expect(exampleFaults(snapshot, event, payload, readPattern)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
