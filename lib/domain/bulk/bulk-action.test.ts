import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../kit/canonical';
import { itemOf } from '../merge/changes-between';
import { canonicalItem } from '../plan/canonical-item';
import { fieldValue, type Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import type { Json } from '../plan/parts';
import { overlay, snapshotOf } from '../plan/snapshot';
import { arbitrarySnapshot, idPool, revisionOf } from '../testing/arbitraries';
import { type BulkAction, planBulk } from './bulk-action';
import { editMany } from './edit-many';

const actions: fc.Arbitrary<BulkAction> = fc.oneof(
  fc.constantFrom<BulkAction>({ kind: 'owner', owner: null }, { kind: 'owner', owner: { type: 'team', id: 'tm_2' } }),
  fc.record({
    kind: fc.constant('tags' as const),
    how: fc.constantFrom('add' as const, 'remove' as const, 'set' as const),
    tags: fc.subarray(['a', 'b', 'x']),
  }),
  fc.record({
    kind: fc.constant('lifecycle' as const),
    state: fc.constantFrom('live' as const, 'deprecated' as const),
    replacedBy: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('sources' as const),
    how: fc.constantFrom('add' as const, 'remove' as const, 'set' as const),
    sourceIds: fc.subarray(idPool('source')),
  }),
  fc.constantFrom<BulkAction>({ kind: 'review-by', date: null }, { kind: 'review-by', date: '2027-01-31' }),
);

describe('planBulk', () => {
  it('touches only what it is about, says of every item what happens, and has nothing left to do afterwards', () => {
    const field = { owner: 'owner', tags: 'tags', lifecycle: 'lifecycle', sources: 'sources', 'review-by': 'reviewBy' };
    fc.assert(
      fc.property(arbitrarySnapshot, actions, (snapshot, action) => {
        const ids = [...snapshot.items.keys()];
        const planned = planBulk(snapshot, ids, action);
        if (!planned.ok) {
          expect(planned.error.code).toBe('item.not-found');
          return;
        }
        const { changes, left } = planned.value;
        expect([...changes.map(({ after }) => after.id), ...left.map(({ itemId }) => itemId)].sort()).toEqual(
          ids.sort(),
        );
        for (const { after, fields } of changes) {
          expect(fields).toEqual([field[action.kind as keyof typeof field]]);
          expect(itemSchema.safeParse(after).success).toBe(true);
        }
        const now = overlay(
          snapshot,
          changes.map(({ after: item }) => ({
            operation: 'update' as const,
            itemId: item.id,
            item,
            base: { revisionId: '', digest: '' },
          })),
        );
        expect(planBulk(now, ids, action)).toMatchObject({ ok: true, value: { changes: [] } });
      }),
      { numRuns: 200 },
    );
  });

  it('leaves a source of truth where it is, and no item replaced by itself or by another kind', () => {
    const web = item('source', 'so_1', 'Web');
    const paid = item('event', 'ev_1', 'Paid', { sources: ['so_1'], sourceOfTruth: 'so_1' });
    const plan = snapshotOf('pl_1', 1, [web, paid].map(revisionOf));
    expect(planBulk(plan, ['ev_1'], { kind: 'sources', how: 'remove', sourceIds: ['so_1'] })).toMatchObject({
      value: { changes: [], left: [{ why: 'Its source of truth is Web; name another one first.' }] },
    });
    const deprecate = (replacedBy: string) => ({
      kind: 'lifecycle' as const,
      state: 'deprecated' as const,
      replacedBy,
    });
    expect(planBulk(plan, ['ev_1'], deprecate('ev_1'))).toMatchObject({ value: { changes: [] } });
    expect(planBulk(plan, ['ev_1'], deprecate('so_1'))).toMatchObject({ value: { changes: [] } });
    expect(planBulk(plan, ['ev_1'], deprecate('ev_2'))).toMatchObject({ error: { code: 'item.not-found' } });
  });
});

describe('editMany', () => {
  const check = (candidate: Item) => {
    const parsed = itemSchema.safeParse(candidate);
    if (parsed.success) return { item: canonicalItem(parsed.data) };
    return { errors: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })) };
  };

  it('puts an item back when what it said is written with what it says expected', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, actions, (snapshot, action) => {
        const planned = planBulk(snapshot, [...snapshot.items.keys()], action);
        if (!planned.ok) return;
        const { changes } = planned.value;
        const put = (items: readonly Item[]) =>
          items.map((one) => ({
            operation: 'update' as const,
            itemId: one.id,
            item: one,
            base: { revisionId: '', digest: '' },
          }));
        const now = overlay(snapshot, put(changes.map(({ after }) => after)));
        const back = changes.map(({ before, after, fields }) => ({
          itemId: before.id,
          fields: picked(before, fields),
          expected: picked(after, fields),
          uses: [],
        }));
        const { items, refused } = editMany(now, back, check);
        expect(refused).toEqual([]);
        for (const one of items) {
          const was = snapshot.items.get(one.id);
          expect(was && sameJson(canonicalItem(itemOf(was)), one)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes what it can and says of every other value why not', () => {
    const order = item('property', 'pr_1', 'order_id');
    const paid = item('event', 'ev_1', 'Paid', { meaning: 'theirs', properties: [{ propertyId: 'pr_1' }] });
    const plan = snapshotOf('pl_1', 1, [order, paid, item('event', 'ev_2', 'Refunded')].map(revisionOf));
    const use = { propertyId: 'pr_1', parts: { note: 'n', presence: { kind: 'often' } }, expected: {} };
    const { items, refused } = editMany(
      plan,
      [
        {
          itemId: 'ev_1',
          fields: { meaning: 'mine', stage: 'late', reviewBy: 'soon', name: 'refunded', nonsense: 1 },
          expected: { meaning: '', stage: null },
          uses: [use, { ...use, propertyId: 'pr_9' }],
        },
        { itemId: 'ev_9', fields: { stage: 'x' }, expected: {}, uses: [] },
      ],
      check,
    );
    expect(items).toMatchObject([
      { name: 'Paid', content: { meaning: 'theirs', stage: 'late', properties: [{ note: 'n' }] } },
    ]);
    expect(refused.map(({ itemId, field, code }) => `${itemId} ${field} ${code}`).sort()).toEqual([
      'ev_1 meaning moved',
      'ev_1 name invalid',
      'ev_1 nonsense invalid',
      'ev_1 note gone',
      'ev_1 presence gone',
      'ev_1 presence invalid',
      'ev_1 reviewBy invalid',
      'ev_9 stage gone',
    ]);
    expect(refused.find(({ code }) => code === 'moved')?.theirs).toBe('theirs');
  });
});

function item(kind: Item['kind'], id: string, name: string, content: object = {}): Item {
  return itemSchema.parse({ id, kind, namespace: null, name, content });
}

function picked(from: Item, fields: readonly string[]): Record<string, Json> {
  return Object.fromEntries(fields.map((field) => [field, (fieldValue(from, field) ?? null) as Json]));
}
