import { describe, expect, it } from 'vitest';
import type { Item, Revision } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import type { ItemKind } from '../plan/kinds/define';
import { snapshotOf } from '../plan/snapshot';
import { mapRows, mostOnMap, planMap } from './plan-map';

function revision(kind: ItemKind, id: string, content: object = {}): Revision {
  const item = { id, kind, namespace: null, name: id, content: contents[kind].parse(content) } as Item;
  const version = { major: 1, minor: 0, patch: 0 };
  return { ...item, revisionId: `re_${id}`, version, digest: id, fromRelease: 1 } as Revision;
}

const small = snapshotOf('pl_1', 1, [
  revision('source', 'so_web'),
  revision('source', 'so_idle'),
  revision('property', 'pr_plan'),
  revision('event', 'ev_a', { sources: ['so_web', 'so_gone'], destinations: ['de_wh'] }),
  revision('event', 'ev_old', { sources: ['so_web'], lifecycle: { state: 'retired' } }),
  revision('destination', 'de_wh'),
  revision('consumer', 'co_f', {
    uses: [
      { key: '1', eventId: 'ev_a' },
      { key: '2', eventId: 'ev_a', propertyId: 'pr_plan' },
      { key: '3', propertyId: 'pr_plan' },
    ],
  }),
]);
const many = Array.from({ length: 150 }, (_, index) =>
  revision('event', `ev_${String(index).padStart(3, '0')}`, {
    sources: ['so_web'],
    destinations: index === 7 ? ['de_wh'] : [],
  }),
);
const large = snapshotOf('pl_1', 1, [revision('source', 'so_web'), revision('destination', 'de_wh'), ...many]);

const ids = (nodes: readonly { id: string }[]) => nodes.map((node) => node.id).sort();

describe('the map of a plan', () => {
  it('shows all of a small one, joined once, without what is retired or missing', () => {
    const map = planMap(small, null);
    expect(map).toMatchObject({ focus: null, left: 0, all: 5 });
    expect(ids(map.nodes)).toEqual(['co_f', 'de_wh', 'ev_a', 'so_idle', 'so_web']);
    expect(map.edges).toEqual([
      { from: 'so_web', to: 'ev_a' },
      { from: 'ev_a', to: 'de_wh' },
      { from: 'ev_a', to: 'co_f' },
    ]);
  });

  it('shows one item and what it is joined with', () => {
    expect(ids(planMap(small, 'de_wh').nodes)).toEqual(['de_wh', 'ev_a']);
    expect(planMap(small, 'ev_old').focus).toMatchObject({ id: 'ev_old', lifecycle: 'retired' });
    expect(planMap(small, 'pr_plan').focus).toBeNull();
  });

  it('opens a large one on the event with most neighbours', () => {
    const map = planMap(large, null);
    expect(map).toMatchObject({ focus: { id: 'ev_007' }, left: 0, all: 152 });
    expect(ids(map.nodes)).toEqual(['de_wh', 'ev_007', 'so_web']);
  });

  it('says how many neighbours found no room', () => {
    const map = planMap(large, 'so_web');
    expect(map.nodes).toHaveLength(mostOnMap);
    expect(map.left).toBe(51);
    expect(map.edges).toHaveLength(mostOnMap - 1);
  });

  it('says the same as a table', () => {
    const rows = mapRows(planMap(small, null));
    expect(rows.map((row) => row.item.id)).toEqual(['ev_a', 'so_idle']);
    expect(rows[0]).toMatchObject({
      sources: [{ id: 'so_web' }],
      destinations: [{ id: 'de_wh' }],
      consumers: [{ id: 'co_f' }],
    });
    expect(mapRows(planMap(snapshotOf('pl_1', 0, []), null))).toEqual([]);
  });
});
