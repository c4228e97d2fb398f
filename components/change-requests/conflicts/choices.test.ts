import { describe, expect, it } from 'vitest';
import type { ConflictView } from '@/lib/contracts/conflicts';
import { choicesOf, isDecided, isDecisions, waysOf } from './choices';

const conflict: ConflictView = {
  key: 'field|ev_order|meaning',
  kind: 'field',
  itemId: 'ev_order',
  name: 'Order Completed',
  label: 'Meaning',
  words: 'Both changed it, differently.',
  base: 'Paid.',
  theirs: 'Paid by card.',
  yours: 'Paid in full.',
  prose: true,
  writable: true,
  theirsBy: null,
};
const structural = (kind: string, writable = false) => ({ ...conflict, key: kind, kind, writable });

describe('the ways out of a conflict', () => {
  it.each([
    ['field', true, ['theirs', 'yours', 'written']],
    ['field', false, ['theirs', 'yours']],
    ['name-taken', true, ['theirs', 'written']],
    ['removed-in-use', false, ['theirs']],
    ['edit-delete', false, ['theirs', 'yours']],
  ])('of %s, writable %s', (kind, writable, open) => {
    const ways = waysOf({ kind, writable });
    expect(ways.filter((way) => way.blocked === null).map((way) => way.side)).toEqual(open);
    for (const way of ways) expect(way.label).not.toBe('');
  });

  it('are decided when a side that can be is taken, or something is written', () => {
    const decided = (take: 'theirs' | 'yours' | 'written', text = '', of = conflict) =>
      isDecided(of, { [of.key]: { take, text } });
    expect(decided('theirs')).toBe(true);
    expect(decided('written')).toBe(false);
    expect(decided('written', 'Paid in full, by card.')).toBe(true);
    expect(decided('yours', '', structural('name-taken', true))).toBe(false);
    expect(decided('written', 'x', structural('edit-delete'))).toBe(false);
    expect(isDecided(conflict, {})).toBe(false);
  });

  it('are sent by key; what was written is trimmed, and what is undecided left out', () => {
    const other = structural('edit-delete');
    const decisions = {
      [conflict.key]: { take: 'written', text: ' Paid in full, by card. ' },
      [other.key]: { take: 'yours', text: 'ignored' },
    } as const;
    expect(choicesOf([conflict, other, structural('both-created')], decisions)).toEqual([
      { key: conflict.key, take: 'written', value: 'Paid in full, by card.' },
      { key: 'edit-delete', take: 'yours' },
    ]);
  });

  it('are read back only when they are what was kept', () => {
    expect(isDecisions({ a: { take: 'yours', text: '' } })).toBe(true);
    for (const wrong of [null, [], 'x', { a: 'yours' }, { a: { take: 'mine', text: '' } }, { a: { take: 'yours' } }])
      expect(isDecisions(wrong)).toBe(false);
  });
});
