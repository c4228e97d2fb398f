import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sameJson } from '../../kit/canonical';
import { canonicalItem } from '../plan/canonical-item';
import { fieldValue, type Item } from '../plan/item';
import { type FieldDefinition, itemKinds } from '../plan/kinds/define';
import { fieldsOf } from '../plan/kinds/list';
import { memberKeyOf } from '../plan/member-key';
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

// With the laws of whole plans that makes 100,000 cases in the long run.
const numRuns = process.env.WAYMARK_LONG ? 17_000 : 100;
if (process.env.WAYMARK_LONG) vi.setConfig({ testTimeout: 1_800_000 });

describe('mergeItems', () => {
  it('gives the other side when one is untouched', () => {
    fc.assert(
      fc.property(three, ({ base, ours }) => {
        expect(mergeItems(base, ours, base)).toEqual({ merged: ours, conflicts: [], taken: [] });
        const other = mergeItems(base, base, ours);
        expect(other.merged).toEqual(ours);
        expect(other.conflicts).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('gives either side when both did the same', () => {
    fc.assert(
      fc.property(three, ({ base, ours }) => {
        expect(mergeItems(base, ours, ours)).toEqual({ merged: ours, conflicts: [], taken: [] });
      }),
      { numRuns },
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
      { numRuns },
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
          else expect(bothSidesAreIn(field, was, own, other, now)).toBe(true);
        }
      }),
      { numRuns },
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
      { numRuns },
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

/** Whether every member, and every part of a member that both changed, says what the only side that changed it says. */
function bothSidesAreIn(field: FieldDefinition, was: unknown, own: unknown, other: unknown, now: unknown): boolean {
  if (![was, own, other, now].every(Array.isArray)) return false;
  const byKey = (side: unknown) =>
    new Map((side as unknown[]).map((member): [string, unknown] => [memberKeyOf(field, member), member]));
  const [base, ours, theirs, merged] = [byKey(was), byKey(own), byKey(other), byKey(now)];
  const parts = field.shape === 'keyed' ? field.parts : [];
  return [...new Set([base, ours, theirs, merged].flatMap((side) => [...side.keys()]))].every((key) => {
    const [b, o, t, m] = [base, ours, theirs, merged].map((side) => side.get(key));
    if (isThreeWay(b, o, t, m)) return true;
    if (o === undefined || t === undefined || m === undefined) return false;
    return parts.every((part) => isThreeWay(...([b, o, t, m].map((member) => partOf(member, part.key)) as Four)));
  });
}

type Four = [unknown, unknown, unknown, unknown];

function isThreeWay(...[base, ours, theirs, merged]: Four): boolean {
  if (sameJson(ours, base)) return sameJson(merged, theirs);
  return (sameJson(theirs, base) || sameJson(theirs, ours)) && sameJson(merged, ours);
}

function partOf(member: unknown, key: string): unknown {
  return (member as Record<string, unknown> | undefined)?.[key];
}
