import { describe, expect, it } from 'vitest';
import type { Item } from '../plan/item';
import { item } from './fixtures';
import { standingClaims } from './standing-claims';

const claim = (field: string) => ({ kind: 'clarification' as const, field, member: null, part: null });
const said = (meaning: string, firesWhen = 'Captured.'): Item => item('event', 'ev_1', 'Order', { meaning, firesWhen });
const old = (editedBy: string[]) => ({
  item: said('The money is ours.'),
  claims: [claim('meaning'), claim('firesWhen')],
  editedBy,
});
const plan = said('Money is ours.', 'On capture.');
const left = (editedBy: string[], next: Item | null, actorId: string) =>
  standingClaims(old(editedBy), next, plan, actorId).map(({ field }) => field);

describe('claims after an edit', () => {
  it('all stand where the fields they vouch for say the same', () => {
    expect(left(['ana', 'ben'], said('The money is ours.'), 'ben')).toEqual(['meaning', 'firesWhen']);
    expect(left(['ana'], null, 'ben')).toEqual(['meaning', 'firesWhen']);
  });

  it('fall with the text of somebody else, for that field alone', () => {
    expect(left(['ana'], said('The money was ours.'), 'ben')).toEqual(['firesWhen']);
    expect(left(['ana', 'ben'], said('The money was ours.'), 'ana')).toEqual(['firesWhen']);
  });

  it('stand with further words of the one person who wrote it', () => {
    expect(left(['ana'], said('The money is all ours.'), 'ana')).toEqual(['meaning', 'firesWhen']);
  });

  it('fall where the plan’s own text is taken again', () => {
    expect(left(['ana'], said('Money is ours.'), 'ana')).toEqual(['firesWhen']);
  });
});
