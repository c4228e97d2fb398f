import { describe, expect, it } from 'vitest';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { itemOfKind, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { confusableEvents } from './confusable';

const event = (id: string, name: string, content: object = {}): Item =>
  itemSchema.parse({ id, kind: 'event', namespace: null, name, content });

const snapshot = snapshotOf(
  'pl_1',
  1,
  [
    event('ev_1', 'Order Completed', {
      meaning: 'A customer paid for the goods in the basket.',
      firesWhen: 'The payment provider confirms the charge.',
    }),
    event('ev_2', 'Order Complete', { meaning: 'Something else entirely happened here.' }),
    event('ev_3', 'Purchase', { meaning: 'The customer paid for goods in their basket.' }),
    event('ev_4', 'Charge Seen', { meaning: 'Money moved.', firesWhen: 'The payment provider confirms the charge.' }),
    event('ev_5', 'Newsletter Joined', { meaning: 'A reader asked for letters by mail.' }),
    event('ev_6', 'Order Completion', { lifecycle: { state: 'retired', replacedBy: null } }),
  ].map((item) => revisionOf(item)),
);

describe('events that are easily confused', () => {
  it('are near in name, in meaning, or fire at the same moment', () => {
    const own = itemOfKind(snapshot, 'event', 'ev_1');
    const found = own ? confusableEvents(snapshot, own, 5) : [];
    expect(new Map(found.map((one) => [one.event.id, one.because]))).toEqual(
      new Map([
        ['ev_4', ['trigger']],
        ['ev_2', ['name']],
        ['ev_3', ['meaning']],
      ]),
    );
  });

  it('are not found for an event that says nothing', () => {
    const own = itemOfKind(snapshot, 'event', 'ev_5');
    expect(own && confusableEvents(snapshot, own, 5)).toEqual([]);
  });
});
