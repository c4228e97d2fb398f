import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Suppression } from '../conventions/excuse';
import { defaultConventions } from '../conventions/settings';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import type { ItemKind } from '../plan/kinds/define';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { arbitrarySnapshot, revisionOf } from '../testing/arbitraries';
import { kindsAskedOf, lookThrough } from './find';
import { healthScore } from './finding';

const context = { conventions: defaultConventions, today: '2026-06-01' };

const item = (id: string, kind: ItemKind, name: string, content: object = {}): Item =>
  itemSchema.parse({ id, kind, namespace: null, name, content });
const planOf = (...items: Item[]) =>
  snapshotOf(
    'pl_1',
    1,
    items.map((one) => revisionOf(one)),
  );
const healthOf = (snapshot: Snapshot, step?: number, suppressions: readonly Suppression[] = []) => {
  const steps = lookThrough(snapshot, { ...context, suppressions }, step);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
};
const kindsFor = (id: string, ...items: Item[]) =>
  healthOf(planOf(...items))
    .findings.filter(({ itemId }) => itemId === id)
    .map(({ kind }) => kind);

const whole = {
  owner: { type: 'team', id: 'tm_1' },
  meaning: 'Somebody paid.',
  lifecycle: { state: 'live', replacedBy: null },
};
const dashboard = item('co_1', 'consumer', 'Sales', { owner: whole.owner, uses: [{ key: 'a', eventId: 'ev_1' }] });
const warehouse = item('de_1', 'destination', 'Lake', { owner: whole.owner });

describe('plan health', () => {
  it('finds nothing wrong with an event that is owned, meant, and read', () => {
    const event = item('ev_1', 'event', 'Order Completed', { ...whole, destinations: ['de_1'] });
    expect(kindsFor('ev_1', event, dashboard, warehouse)).toEqual([]);
  });

  it('tells an event nobody reads from one that only lacks a named consumer', () => {
    const event = item('ev_1', 'event', 'Order Completed', { ...whole, destinations: ['de_1'] });
    expect(kindsFor('ev_1', event, warehouse)).toEqual(['no-consumer']);
    expect(kindsFor('ev_1', event)).toEqual(['over-tracking']);
    const closed = item('de_1', 'destination', 'Lake', { lifecycle: { state: 'retired', replacedBy: null } });
    expect(kindsFor('ev_1', event, closed)).toEqual(['over-tracking']);
    const unsent = item('de_1', 'destination', 'Lake', { nameMapping: [{ itemId: 'ev_1', sendAs: null }] });
    expect(kindsFor('ev_1', event, unsent)).toEqual(['over-tracking']);
  });

  it('misses nothing that somebody answers for, until the day they named', () => {
    const plan = planOf(
      item('ev_1', 'event', 'Order Completed', { ...whole, owner: null, destinations: ['de_1'] }),
      dashboard,
      warehouse,
    );
    const answered = (rule: Suppression['rule'], until: string) => ({
      id: 'fs_1',
      itemId: 'ev_1',
      rule,
      reason: 'Moving.',
      by: 'us_1',
      until,
    });
    const kinds = (...suppressions: Suppression[]) =>
      healthOf(plan, undefined, suppressions).findings.map(({ kind }) => kind);
    expect(kinds()).toEqual(['no-owner']);
    expect(kinds(answered('missing-owner', context.today))).toEqual([]);
    expect(kinds(answered('missing-owner', '2026-05-31'))).toEqual(['no-owner']);
    expect(kinds(answered('missing-meaning', context.today))).toEqual(['no-owner']);
  });

  it('asks nothing of what is retired, and does not ask who reads what is on its way out', () => {
    const content = { ...whole, owner: null, lifecycle: { state: 'retired', replacedBy: null } };
    expect(kindsFor('ev_1', item('ev_1', 'event', 'Order Completed', content))).toEqual([]);
    const leaving = { ...whole, lifecycle: { state: 'deprecated', replacedBy: null } };
    expect(kindsFor('ev_1', item('ev_1', 'event', 'Order Completed', leaving))).toEqual([]);
  });

  it('finds overdue reviews, undeclared classes, unused properties and spelling variants', () => {
    const one = item('pr_1', 'property', 'order_id', { meaning: 'Which purchase it was.', reviewBy: '2026-05-31' });
    const other = item('pr_2', 'property', 'orderId', {
      meaning: 'Which purchase it was.',
      dataClass: { class: 'none', kind: '' },
    });
    expect(kindsFor('pr_1', one, other)).toEqual([
      'review-overdue',
      'undeclared-class',
      'near-duplicate',
      'unused-property',
    ]);
    expect(kindsFor('pr_2', one, other)).toEqual(['near-duplicate', 'unused-property']);
  });

  it('counts what it finds, in any number of steps', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, fc.integer({ min: 1, max: 7 }), (snapshot, step) => {
        const { counts, findings } = healthOf(snapshot, step);
        const bad = new Set(findings.map(({ itemId }) => itemId));
        const items = [...snapshot.items.values()].filter((one) => kindsAskedOf(one).length > 0);
        expect(counts).toMatchObject({ items: items.length, clean: items.length - bad.size });
        for (const kind of Object.keys(counts.found) as (keyof typeof counts.found)[]) {
          const own = new Set(findings.filter((one) => one.kind === kind).map(({ itemId }) => itemId));
          expect(counts.found[kind]).toBe(own.size);
          expect(counts.found[kind]).toBeLessThanOrEqual(counts.asked[kind]);
        }
        expect(healthScore(counts)).toBeGreaterThanOrEqual(0);
        expect(healthScore(counts) === 100).toBe(counts.clean === counts.items);
      }),
      { numRuns: 150 },
    );
  });
});
