import { describe, expect, it } from 'vitest';
import { choose, missingFor, tiesOf } from './choice';

const needs = [
  { itemId: 'a', needs: 'b', words: '“A” refers to “B”, which is new here.' },
  { itemId: 'b', needs: 'c', words: '“B” refers to “C”, which is new here.' },
];

describe('choosing what stays', () => {
  it('takes along what an item needs, and gives up what needs an item that leaves', () => {
    expect(choose(new Set(['d']), 'a', true, needs)).toEqual({
      stays: new Set(['d', 'a', 'b', 'c']),
      along: ['b', 'c'],
    });
    expect(choose(new Set(['a', 'b', 'c', 'd']), 'c', false, needs)).toEqual({
      stays: new Set(['d']),
      along: ['b', 'a'],
    });
    expect(choose(new Set(['a', 'b', 'c']), 'a', false, needs).along).toEqual([]);
    expect(tiesOf('b', needs)).toHaveLength(2);
  });

  it('says what is missing for what stays alone', () => {
    const one = { met: false, itemIds: ['a'], words: '1 approval by an approver, missing for 1 of 3 changes' };
    expect(missingFor(new Set(['a']), [one])).toEqual(['1 approval by an approver']);
    expect(missingFor(new Set(['b']), [one])).toEqual([]);
    expect(missingFor(new Set(['b']), [{ ...one, itemIds: [], words: 'Somebody takes it over' }])).toHaveLength(1);
  });
});
