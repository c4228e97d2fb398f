import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalItem } from '../plan/canonical-item';
import type { Change } from '../plan/change';
import { fieldValue, type Item } from '../plan/item';
import { fieldsOf } from '../plan/kinds/list';
import { overlay, type Snapshot, snapshotOf } from '../plan/snapshot';
import { arbitraryEdit, arbitrarySnapshot, revisionOf } from '../testing/arbitraries';
import type { Choice, Conflict } from './conflict';
import { mergePlans } from './merge-plans';
import { type SettledConflict, settledConflicts } from './settled-conflict';

const canonical = (changes: readonly Change[]): Change[] =>
  changes.map((change) => (change.operation === 'remove' ? change : { ...change, item: canonicalItem(change.item) }));

const released = (snapshot: Snapshot, changes: readonly Change[]) => {
  const items = [...overlay(snapshot, changes).items.values()];
  return snapshotOf(
    snapshot.planId,
    2,
    items.map((item) => revisionOf(item, 2)),
  );
};

const moved = arbitrarySnapshot.chain((base) =>
  fc
    .tuple(arbitraryEdit(base), arbitraryEdit(base))
    .map(([theirs, ours]) => ({ base, head: released(base, canonical(theirs)), ours: canonical(ours) })),
);
const choice = fc.oneof(
  fc.constant<Choice>({ take: 'theirs' }),
  fc.constant<Choice>({ take: 'yours' }),
  fc.string({ minLength: 1 }).map((value): Choice => ({ take: 'written', value })),
);

/** The prose of a state that another does not have, and on which side of a conflict it must be found. */
function proseAtStake(conflict: Conflict): { side: 'theirs' | 'yours' | 'base'; text: string }[] {
  const differing = (from: Item, to: Item, side: 'theirs' | 'yours') =>
    fieldsOf(to.kind)
      .filter(({ shape, key }) => shape === 'prose' && fieldValue(from, key) !== fieldValue(to, key))
      .map(({ key }) => ({ side, text: String(fieldValue(to, key) ?? '') }));
  switch (conflict.type) {
    case 'field':
      return (['base', 'theirs', 'yours'] as const).flatMap((side) => {
        const text = conflict[side];
        return conflict.member === null && typeof text === 'string' ? [{ side, text }] : [];
      });
    case 'edit-delete':
      return differing(conflict.base, conflict.yours, 'yours');
    case 'delete-edit':
      return differing(conflict.base, conflict.theirs, 'theirs');
    case 'both-created':
      return [
        ...differing(conflict.yours, conflict.theirs, 'theirs'),
        ...differing(conflict.theirs, conflict.yours, 'yours'),
      ];
    default:
      return [];
  }
}

const names = (id: string) => id;

describe('what is kept of a settled conflict', () => {
  it('holds every sentence of both sides, whichever was taken', () => {
    let seen = 0;
    fc.assert(
      fc.property(moved, choice, ({ base, head, ours }, drawn) => {
        for (const conflict of mergePlans(base, head, ours).conflicts) {
          const own = ours.find(({ itemId }) => itemId === conflict.itemId)?.item;
          const item = own ?? head.items.get(conflict.itemId) ?? base.items.get(conflict.itemId);
          if (!item) throw new Error('a conflict about nothing');
          const atStake = proseAtStake(conflict);
          // Nobody can write a text where something else is asked for: that is refused before it is kept.
          const isText = conflict.type === 'field' && atStake.length > 0;
          const taken: Choice = drawn.take === 'written' && !isText ? { take: 'yours' } : drawn;
          const kept = settledConflicts(conflict, taken, item, names);
          for (const { side, text } of atStake) {
            if (text.trim() === '' || fieldsOf(item.kind).some(({ key }) => key === text)) continue;
            seen += 1;
            const said = (one: SettledConflict) => one[side];
            expect(kept.map(said)).toContain(text);
          }
          for (const one of kept) {
            if (taken.take === 'written') continue;
            expect(one.result).toBe(one[taken.take]);
          }
        }
      }),
      { numRuns: 800 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('tells what was written in place of both', () => {
    const conflict: Conflict = {
      ...{ type: 'field', key: 'k', itemId: 'ev_1', field: 'meaning', member: null, part: null },
      ...{ base: 'A.', theirs: 'A theirs.', yours: 'A yours.' },
    };
    const item = { id: 'ev_1', kind: 'event', namespace: null, name: 'Order Completed', content: {} } as Item;
    expect(settledConflicts(conflict, { take: 'written', value: 'A both.' }, item, names)).toEqual([
      {
        ...{ itemId: 'ev_1', name: 'Order Completed', label: 'Meaning', take: 'written' },
        ...{ base: 'A.', theirs: 'A theirs.', yours: 'A yours.', result: 'A both.' },
      },
    ]);
  });
});
