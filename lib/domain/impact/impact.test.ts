import { describe, expect, it } from 'vitest';
import { diffPlans } from '../diff/diff-plans';
import { type Item, withField } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { overlay, type Snapshot, snapshotOf } from '../plan/snapshot';
import { classifyPlanDiff } from '../significance/classify-plan-diff';
import { revisionOf } from '../testing/arbitraries';
import type { Watcher } from './impact';
import { impactOf } from './impact-of';
import { isRunning } from './reached-consumers';
import { recipientsOf } from './recipients-of';

const item = (kind: string, id: string, name: string, content: Record<string, unknown> = {}): Item =>
  itemSchema.parse({ id, kind, namespace: null, name, content });
const use = (propertyId: string) => ({ propertyId });
const items = [
  item('source', 'so_1', 'iOS'),
  item('source', 'so_2', 'backend', { runtime: 'server' }),
  item('property', 'pr_1', 'currency', {
    type: { type: 'string' },
    allowedValues: [{ value: 'EUR' }, { value: 'USD' }],
  }),
  item('property', 'pr_2', 'coupon', { type: { type: 'string' } }),
  item('property-group', 'pg_1', 'money', { properties: [use('pr_1')] }),
  item('event', 'ev_1', 'Order Completed', {
    meaning: 'Paid.',
    sources: ['so_1', 'so_2'],
    groups: ['pg_1'],
    owner: { type: 'team', id: 'tm_1' },
  }),
  item('event', 'ev_2', 'Cart Viewed', { meaning: 'Seen.', sources: ['so_1'], properties: [use('pr_2')] }),
  item('consumer', 'co_1', 'Revenue', {
    type: 'dashboard',
    owner: { type: 'person', id: 'ana' },
    uses: [{ key: 'a', eventId: 'ev_1' }],
  }),
  item('consumer', 'co_2', 'Dollars', { type: 'metric', uses: [{ key: 'a', propertyId: 'pr_1', value: 'USD' }] }),
  item('consumer', 'co_3', 'Euros', { type: 'metric', uses: [{ key: 'a', propertyId: 'pr_1', value: 'EUR' }] }),
  item('consumer', 'co_4', 'Coupons in carts', {
    type: 'funnel',
    uses: [{ key: 'a', eventId: 'ev_2', propertyId: 'pr_2' }],
  }),
  item('consumer', 'co_5', 'Free shipping', {
    type: 'experiment',
    startsAt: '2026-01-01',
    uses: [{ key: 'a', eventId: 'ev_1', outcome: true }],
  }),
  item('consumer', 'co_6', 'Old board', { lifecycle: { state: 'retired' }, uses: [{ key: 'a', eventId: 'ev_1' }] }),
];
const plan = snapshotOf(
  'pl_1',
  1,
  items.map((one) => revisionOf(one)),
);
const watchers: Watcher[] = [
  { userId: 'ana', target: { kind: 'item', id: 'ev_1' }, level: 'all' },
  { userId: 'ben', target: { kind: 'plan', id: 'pl_1' }, level: 'meaning' },
  { userId: 'cleo', target: { kind: 'plan', id: 'pl_1' }, level: 'all' },
  { userId: 'cleo', target: { kind: 'item', id: 'ev_1' }, level: 'none' },
];

function edited(id: string, field: string, value: unknown): Snapshot {
  const before = items.find((one) => one.id === id);
  const now = plan.items.get(id);
  if (!before || !now) throw new Error(id);
  return overlay(plan, [
    {
      operation: 'update',
      itemId: id,
      item: withField(before, field, value),
      base: { revisionId: now.revisionId, digest: now.digest },
    },
  ]);
}
const impact = (after: Snapshot) =>
  impactOf(plan, classifyPlanDiff(plan, after, diffPlans(plan, after)), watchers, '2026-02-01');
const consumers = (after: Snapshot) =>
  impact(after)
    .consumers.map((one) => one.name)
    .sort();

describe('impactOf', () => {
  it('is silent for wording', () => {
    expect(impact(edited('ev_1', 'displayName', 'Order done'))).toEqual({
      consumers: [],
      experiments: [],
      owners: [],
      sources: [],
      watchers: [],
      words: '',
    });
  });

  it('names who uses an event whose meaning changes, and whose code must change', () => {
    const found = impact(edited('ev_1', 'firesWhen', 'On capture.'));
    expect(found.consumers.map((one) => one.name).sort()).toEqual(['Free shipping', 'Revenue']);
    expect(found.words).toBe('1 dashboard, 1 running experiment, 2 watchers, iOS and backend code');
    expect(found.experiments).toMatchObject([{ running: true, outcome: true, startsAt: '2026-01-01', endsAt: null }]);
    expect(found.owners).toEqual([{ owner: { type: 'team', id: 'tm_1' }, itemIds: ['ev_1'] }]);
    expect(found.watchers.map((one) => one.userId)).toEqual(['ana', 'ben']);
  });

  it('reaches through a group to an event, and to the one value that is used', () => {
    const after = edited('pr_1', 'allowedValues', [{ value: 'EUR', meaning: '' }]);
    expect(consumers(after)).toEqual(['Dollars', 'Free shipping', 'Revenue']);
    const other = edited('pr_1', 'allowedValues', [
      { value: 'EUR', meaning: 'Before tax.' },
      { value: 'USD', meaning: '' },
    ]);
    expect(consumers(other)).toEqual(['Euros', 'Free shipping', 'Revenue']);
  });

  it('keeps to the property that is used', () => {
    expect(consumers(edited('ev_2', 'properties', []))).toEqual(['Coupons in carts']);
    const use = {
      propertyId: 'pr_2',
      presence: { kind: 'sometimes' },
      allowedValues: null,
      pinned: null,
      perSource: [],
    };
    expect(consumers(edited('ev_2', 'properties', [{ ...use, note: 'Before tax.' }]))).toEqual(['Coupons in carts']);
    const unrelated = edited('ev_2', 'properties', [
      { ...use, note: '' },
      { ...use, propertyId: 'pr_1', note: 'Before tax.' },
    ]);
    expect(consumers(unrelated)).toEqual([]);
  });

  it('asks the sources of a new event for code, and nobody who reads', () => {
    const after = overlay(plan, [
      {
        operation: 'create',
        itemId: 'ev_9',
        item: item('event', 'ev_9', 'Coupon Applied', { sources: ['so_1'] }),
        base: null,
      },
    ]);
    expect(impact(after)).toMatchObject({ consumers: [], sources: [{ name: 'iOS' }] });
  });

  it('knows when an experiment runs', () => {
    expect([
      isRunning('2026-01-01', null, '2026-01-01'),
      isRunning('2026-01-01', '2026-01-02', '2026-01-03'),
      isRunning(null, null, '2026-01-01'),
    ]).toEqual([true, false, false]);
  });
});

describe('recipientsOf', () => {
  it('tells each once with every reason, never who acted, never who left', () => {
    const members = [
      { id: 'ana', teamIds: ['tm_1'] },
      { id: 'ben', teamIds: [] },
      { id: 'cleo', teamIds: ['tm_1'] },
    ];
    const found = recipientsOf(
      { impact: impact(edited('ev_1', 'meaning', 'Captured.')), mentioned: ['ben', 'gone'], silent: ['cleo'] },
      members,
    );
    expect(found.map(({ userId, reasons }) => [userId, reasons]).sort()).toEqual([
      ['ana', ['consumer', 'own', 'watch']],
      ['ben', ['mentioned', 'watch']],
    ]);
    expect(found.find((one) => one.userId === 'ana')).toMatchObject({
      words: 'Your consumer uses it',
      itemIds: ['ev_1'],
    });
  });
});
