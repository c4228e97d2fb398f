import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../kit/canonical';
import { canonicalItem } from '../plan/canonical-item';
import { fieldValue, type Item } from '../plan/item';
import { itemKinds } from '../plan/kinds/define';
import { fieldsOf } from '../plan/kinds/list';
import { arbitraryItem } from '../testing/arbitraries';
import { mergeItems } from './merge-items';

/** Three states of one item; some fields of the later two are the first one's, so that sides meet and miss each other. */
const three = fc.constantFrom(...itemKinds).chain((kind) => {
  const one = arbitraryItem(kind, `${kind === 'event' ? 'ev' : 'pr'}_1`) as fc.Arbitrary<Item>;
  return fc
    .tuple(one, one, one, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 }))
    .map(([base, ours, theirs, mix]) => {
      const kept = (side: Item, bit: number): Item => {
        let result = side;
        fieldsOf(kind).forEach((field, index) => {
          const keep = ((mix[index % mix.length] ?? 0) & bit) !== 0;
          if (!keep) return;
          const value = fieldValue(base, field.key);
          result = (
            field.key === 'name' || field.key === 'namespace'
              ? { ...result, [field.key]: value }
              : { ...result, content: { ...result.content, [field.key]: value } }
          ) as Item;
        });
        return canonicalItem(result);
      };
      return { base: canonicalItem(base), ours: kept(ours, 1), theirs: kept(theirs, 2) };
    });
});

const places = (conflicts: readonly { field: string; member: string | null; part: string | null }[]) =>
  conflicts.map((one) => JSON.stringify([one.field, one.member, one.part])).sort();

describe('mergeItems', () => {
  it('gives the other side when one is untouched', () => {
    fc.assert(
      fc.property(three, ({ base, ours }) => {
        expect(mergeItems(base, ours, base)).toEqual({ merged: ours, conflicts: [], taken: [] });
        const other = mergeItems(base, base, ours);
        expect(other.merged).toEqual(ours);
        expect(other.conflicts).toEqual([]);
      }),
    );
  });

  it('gives either side when both did the same', () => {
    fc.assert(
      fc.property(three, ({ base, ours }) => {
        expect(mergeItems(base, ours, ours)).toEqual({ merged: ours, conflicts: [], taken: [] });
      }),
    );
  });

  it('is symmetric apart from which side is ours', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        const one = mergeItems(base, ours, theirs);
        const two = mergeItems(base, theirs, ours);
        expect(places(one.conflicts)).toEqual(places(two.conflicts));
        if (one.conflicts.length === 0) expect(canonicalItem(one.merged)).toEqual(canonicalItem(two.merged));
        for (const conflict of one.conflicts) {
          const mirrored = two.conflicts.find((candidate) => places([candidate])[0] === places([conflict])[0]);
          expect([mirrored?.theirs, mirrored?.yours]).toEqual([conflict.yours, conflict.theirs]);
        }
      }),
    );
  });

  it('loses nothing: a field says what the only side that changed it says, or both sides are in it or in a conflict', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        const { merged, conflicts } = mergeItems(base, ours, theirs);
        for (const field of fieldsOf(base.kind)) {
          const [was, own, other, now] = [base, ours, theirs, merged].map((item) => fieldValue(item, field.key));
          if (sameJson(other, was)) expect(now).toEqual(own);
          else if (sameJson(own, was)) expect(now).toEqual(other);
          else if (conflicts.some((conflict) => conflict.field === field.key) || sameJson(own, other)) continue;
          else expect(bothSidesAreIn(was, own, other, now)).toBe(true);
        }
      }),
    );
  });

  it('is associative where nothing clashes', () => {
    fc.assert(
      fc.property(three, three, ({ base, ours, theirs }, { ours: anyThird }) => {
        const third = anyThird.kind === base.kind ? anyThird : theirs;
        const [a, b] = [mergeItems(base, ours, theirs), mergeItems(base, theirs, third)];
        const left = mergeItems(base, a.merged, third);
        const right = mergeItems(base, ours, b.merged);
        if ([a, b, left, right].some((merge) => merge.conflicts.length > 0)) return;
        expect(canonicalItem(left.merged)).toEqual(canonicalItem(right.merged));
      }),
    );
  });

  it('asks about each part of a member apart', () => {
    const use = {
      propertyId: 'pr_1',
      presence: { kind: 'sometimes' },
      allowedValues: null,
      pinned: null,
      note: '',
      perSource: [],
    };
    const event = (properties: unknown[]): Item =>
      ({
        ...fc.sample(arbitraryItem('event', 'ev_1'), { numRuns: 1, seed: 1 })[0],
        content: { ...fc.sample(arbitraryItem('event', 'ev_1'), { numRuns: 1, seed: 1 })[0]?.content, properties },
      }) as unknown as Item;
    const base = event([use]);
    const ours = event([{ ...use, note: 'ours', presence: { kind: 'always' } }]);
    const theirs = event([{ ...use, note: 'theirs' }]);
    const { conflicts, merged } = mergeItems(base, ours, theirs);
    expect(conflicts).toEqual([
      { field: 'properties', member: 'pr_1', part: 'note', base: '', theirs: 'theirs', yours: 'ours' },
    ]);
    expect(fieldValue(merged, 'properties')).toMatchObject([{ presence: { kind: 'always' } }]);
    const removed = mergeItems(base, event([]), theirs);
    expect(removed.conflicts).toMatchObject([{ field: 'properties', member: 'pr_1', part: null, yours: null }]);
  });
});

function bothSidesAreIn(was: unknown, own: unknown, other: unknown, now: unknown): boolean {
  if (![was, own, other, now].every(Array.isArray)) return false;
  const [base, ours, theirs, merged] = [was, own, other, now] as [unknown[], unknown[], unknown[], unknown[]];
  const has = (side: unknown[], member: unknown): boolean => side.some((one) => sameJson(one, member));
  const idOf = (member: unknown): unknown => {
    if (member === null || typeof member !== 'object') return member;
    const { propertyId, itemId, key, url, title, value } = member as Record<string, unknown>;
    return propertyId ?? itemId ?? key ?? url ?? title ?? value;
  };
  // A member that a side brought or changed is in the result, perhaps with the other side's edits of its other parts.
  return [ours, theirs].every((side) =>
    side.every(
      (member) => has(base, member) || has(merged, member) || merged.some((one) => sameJson(idOf(one), idOf(member))),
    ),
  );
}
