import { describe, expect, it } from 'vitest';
import type { Item, Revision } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import { snapshotOf } from '../plan/snapshot';
import { easilyConfused, itemsNamed, nearestItems } from './nearest';

function event(id: string, name: string, namespace: string | null = null): Revision {
  const item = { id, kind: 'event', namespace, name, content: contents.event.parse({}) } as Item;
  return { ...item, revisionId: id, version: { major: 1, minor: 0, patch: 0 }, digest: id, fromRelease: 1 } as Revision;
}

const order = event('ev_1', 'Order Completed');
const snapshot = snapshotOf('pl_1', 1, [
  order,
  event('ev_2', 'order_complete'),
  event('ev_3', 'Cart Viewed'),
  event('ev_4', 'Order Completed', 'legacy'),
]);

describe('nearestItems', () => {
  it('finds a name in spite of its writing', () => {
    expect(nearestItems(snapshot, 'event', 'orderCompleted', 3).map((near) => near.item.id)).toEqual([
      'ev_1',
      'ev_4',
      'ev_2',
    ]);
  });

  it('finds nothing where nothing is alike', () => {
    expect(nearestItems(snapshot, 'event', 'zzz', 3)).toEqual([]);
    expect(nearestItems(snapshot, 'property', 'Order Completed', 3)).toEqual([]);
  });
});

describe('easilyConfused', () => {
  it('names others, never the item itself', () => {
    expect(easilyConfused(snapshot, order, 4).map((item) => item.id)).toEqual(['ev_4', 'ev_2']);
  });
});

describe('itemsNamed', () => {
  it('finds a name in every namespace', () => {
    expect(itemsNamed(snapshot, undefined, 'ORDER completed').map((item) => item.id)).toEqual(['ev_1', 'ev_4']);
  });
});
