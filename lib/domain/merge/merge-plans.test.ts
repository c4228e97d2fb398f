import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { canonicalItem, itemDigest } from '../plan/canonical-item';
import type { Change } from '../plan/change';
import { type Item, type Revision, withField } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { overlay, type Snapshot, snapshotOf } from '../plan/snapshot';
import { arbitraryEdit, arbitrarySnapshot, revisionOf } from '../testing/arbitraries';
import { changesBetween } from './changes-between';
import type { Choice } from './conflict';
import { mergePlans } from './merge-plans';
import { resolveConflicts } from './resolve-conflicts';

const digests = (snapshot: Snapshot) =>
  new Map([...snapshot.items].map(([id, item]) => [id, itemDigest(canonicalItem(item))]));

/** A snapshot as the next release would hold it. */
function released(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const after = overlay(snapshot, changes);
  return snapshotOf(
    after.planId,
    after.release + 1,
    [...after.items.values()]
      .map((item): Revision => {
        const before = snapshot.items.get(item.id);
        const next = revisionOf(item, after.release + 1);
        return before && before.digest === next.digest ? before : { ...next, id: item.id };
      })
      .map((item) => item as Revision),
  );
}

const canonical = (changes: readonly Change[]): Change[] =>
  changes.map((change) => (change.operation === 'remove' ? change : { ...change, item: canonicalItem(change.item) }));

const moved = arbitrarySnapshot.chain((base) =>
  fc
    .tuple(fc.constant(base), arbitraryEdit(base), arbitraryEdit(base))
    .map(([plan, theirs, ours]) => ({ base: plan, head: released(plan, canonical(theirs)), ours: canonical(ours) })),
);

// With the laws of single items that makes 100,000 cases in the long run.
const numRuns = process.env.WAYMARK_LONG ? 5_000 : 60;
if (process.env.WAYMARK_LONG) vi.setConfig({ testTimeout: 1_800_000 });

describe('mergePlans', () => {
  it('leaves changes as they are when the plan did not move', () => {
    fc.assert(
      fc.property(moved, ({ base, ours }) => {
        const merge = mergePlans(base, base, ours);
        expect(merge.conflicts).toEqual([]);
        expect(merge.merged).toEqual([]);
        const left = ours.filter((change) => !merge.settled.includes(change.itemId));
        expect(merge.changes).toEqual(left);
      }),
      { numRuns },
    );
  });

  it('gives the same plan whichever side moves onto the other, where nothing clashes', () => {
    fc.assert(
      fc.property(moved, ({ base, head, ours }) => {
        const one = mergePlans(base, head, ours);
        const other = mergePlans(base, released(base, ours), changesBetween(base, head));
        if (one.conflicts.length > 0 || other.conflicts.length > 0) return;
        expect(digests(overlay(head, one.changes))).toEqual(digests(overlay(released(base, ours), other.changes)));
      }),
      { numRuns },
    );
  });

  it('ends in a whole plan for every answer, and moves again without asking', () => {
    fc.assert(
      fc.property(moved, fc.constantFrom('theirs' as const, 'yours' as const), ({ base, head, ours }, take) => {
        const merge = mergePlans(base, head, ours);
        const resolved = resolveConflicts(
          merge,
          head,
          new Map(merge.conflicts.map((conflict): [string, Choice] => [conflict.key, { take }])),
        );
        if (!resolved.ok) {
          expect(resolved.error.code).toBe('merge.choice-invalid');
          return;
        }
        const again = mergePlans(head, head, resolved.value);
        expect(again.conflicts.filter((conflict) => conflict.type !== 'name-taken')).toEqual([]);
      }),
      { numRuns },
    );
  });
});

const eventNamed = (id: string, name: string, content: Record<string, unknown> = {}): Item =>
  itemSchema.parse({ id, kind: 'event', namespace: null, name, content });
const update = (base: Revision, item: Item): Change => ({
  operation: 'update',
  itemId: item.id,
  item,
  base: { revisionId: base.revisionId, digest: base.digest },
});
const remove = (base: Revision): Change => ({
  operation: 'remove',
  itemId: base.id,
  item: null,
  base: { revisionId: base.revisionId, digest: base.digest },
});
const create = (item: Item): Change => ({ operation: 'create', itemId: item.id, item, base: null });
const plan = (...items: Item[]): Snapshot =>
  snapshotOf(
    'pl_1',
    1,
    items.map((item) => revisionOf(item)),
  );
const at = (snapshot: Snapshot, id: string): Revision => {
  const item = snapshot.items.get(id);
  if (!item) throw new Error(`no ${id}`);
  return item;
};

describe('conflicts', () => {
  const first = eventNamed('ev_1', 'Order Completed', { meaning: 'An order was paid.', tags: ['shop'] });
  const source = itemSchema.parse({ id: 'so_1', kind: 'source', namespace: null, name: 'web', content: {} });
  const base = plan(first, source);

  it('merges different fields by itself and lists what it took', () => {
    const head = released(base, [update(at(base, 'ev_1'), withField(first, 'firesWhen', 'on capture'))]);
    const merge = mergePlans(base, head, [update(at(base, 'ev_1'), withField(first, 'meaning', 'Money arrived.'))]);
    expect(merge.conflicts).toEqual([]);
    expect(merge.merged).toEqual([
      { itemId: 'ev_1', field: 'firesWhen', member: null, part: null, base: '', theirs: 'on capture' },
    ]);
    expect(merge.changes[0]?.item?.content).toMatchObject({ meaning: 'Money arrived.', firesWhen: 'on capture' });
    expect(merge.changes[0]?.base?.digest).toBe(at(head, 'ev_1').digest);
  });

  it('asks about one field with base, theirs and yours, and takes a written answer', () => {
    const head = released(base, [update(at(base, 'ev_1'), withField(first, 'meaning', 'theirs'))]);
    const merge = mergePlans(base, head, [update(at(base, 'ev_1'), withField(first, 'meaning', 'yours'))]);
    const [conflict] = merge.conflicts;
    expect(conflict).toMatchObject({
      type: 'field',
      field: 'meaning',
      base: 'An order was paid.',
      theirs: 'theirs',
      yours: 'yours',
    });
    const key = conflict?.key ?? '';
    expect(resolveConflicts(merge, head, new Map())).toEqual({
      ok: false,
      error: { code: 'merge.unresolved', keys: [key] },
    });
    const written = resolveConflicts(merge, head, new Map([[key, { take: 'written', value: 'both' }]]));
    expect(written.ok && written.value[0]?.item?.content.meaning).toBe('both');
    const wrong = resolveConflicts(merge, head, new Map([[key, { take: 'written', value: 7 }]]));
    expect(wrong).toMatchObject({ ok: false, error: { code: 'merge.choice-invalid', key } });
  });

  it('names an edit of what they removed, and a removal of what they edited', () => {
    const edited = update(at(base, 'ev_1'), withField(first, 'meaning', 'new'));
    const gone = released(base, [remove(at(base, 'ev_1'))]);
    const editDelete = mergePlans(base, gone, [edited]);
    expect(editDelete.conflicts).toMatchObject([{ type: 'edit-delete', itemId: 'ev_1' }]);
    const kept = resolveConflicts(editDelete, gone, new Map([[editDelete.conflicts[0]?.key ?? '', { take: 'yours' }]]));
    expect(kept).toMatchObject({ ok: true, value: [{ operation: 'create', itemId: 'ev_1' }] });
    const deleteEdit = mergePlans(base, released(base, [edited]), [remove(at(base, 'ev_1'))]);
    expect(deleteEdit.conflicts).toMatchObject([{ type: 'delete-edit', itemId: 'ev_1' }]);
    expect(mergePlans(base, gone, [remove(at(base, 'ev_1'))])).toMatchObject({
      changes: [],
      settled: ['ev_1'],
      conflicts: [],
    });
  });

  it('names two renames of one item', () => {
    const head = released(base, [update(at(base, 'ev_1'), { ...first, name: 'Order Paid' })]);
    expect(
      mergePlans(base, head, [update(at(base, 'ev_1'), { ...first, name: 'Order Done' })]).conflicts,
    ).toMatchObject([{ type: 'rename-rename', field: 'name', theirs: 'Order Paid', yours: 'Order Done' }]);
  });

  it('names two new items of one name, compared by its folded key', () => {
    const head = released(base, [create(eventNamed('ev_2', 'Cart Viewed'))]);
    const merge = mergePlans(base, head, [create(eventNamed('ev_3', 'cart  viewed'))]);
    expect(merge.conflicts).toMatchObject([{ type: 'name-taken', itemId: 'ev_3', otherId: 'ev_2' }]);
    const key = merge.conflicts[0]?.key ?? '';
    expect(resolveConflicts(merge, head, new Map([[key, { take: 'yours' }]]))).toMatchObject({ ok: false });
    expect(resolveConflicts(merge, head, new Map([[key, { take: 'theirs' }]]))).toEqual({ ok: true, value: [] });
    expect(resolveConflicts(merge, head, new Map([[key, { take: 'written', value: 'Basket Viewed' }]]))).toMatchObject({
      ok: true,
      value: [{ item: { name: 'Basket Viewed' } }],
    });
  });

  it('names a use of what they removed, and a removal of what they use by now', () => {
    const uses = update(at(base, 'ev_1'), withField(first, 'sources', ['so_1']));
    const gone = released(base, [remove(at(base, 'so_1'))]);
    const merge = mergePlans(base, gone, [uses]);
    expect(merge.conflicts).toMatchObject([{ type: 'reference-removed', itemId: 'ev_1', field: 'sources' }]);
    const key = merge.conflicts[0]?.key ?? '';
    const dropped = resolveConflicts(merge, gone, new Map([[key, { take: 'theirs' }]]));
    expect(dropped.ok && dropped.value[0]?.item?.content).toMatchObject({ sources: [] });
    const back = resolveConflicts(merge, gone, new Map([[key, { take: 'yours' }]]));
    expect(back.ok && back.value.map((change) => [change.operation, change.itemId])).toEqual([
      ['update', 'ev_1'],
      ['create', 'so_1'],
    ]);
    expect(mergePlans(base, released(base, [uses]), [remove(at(base, 'so_1'))]).conflicts).toMatchObject([
      { type: 'removed-in-use', itemId: 'so_1', usedById: 'ev_1' },
    ]);
  });
});
