import { describe, expect, it } from 'vitest';
import { type ListShape, listShapeSchema } from '@/lib/contracts/views';
import { lookOf, looksLike, saysNothing, shapeOf, viewSearch } from './list-view';

const plain = listShapeSchema.parse({});
const rich: ListShape = { filter: 'owner:me no:meaning', sort: '-changed', group: 'stage', columns: ['owner', 'tags'] };

describe('a view and the address of a list', () => {
  it.each([plain, rich, { ...plain, columns: [] }])('say the same: %j', (shape) => {
    expect(shapeOf(lookOf(shape))).toEqual(shape);
    expect(looksLike(lookOf(shape), shape)).toBe(true);
  });

  it('leaves out of the address what is so anyway', () => {
    expect(viewSearch({ id: 'sv_1', shape: plain })).toBe('view=sv_1');
    expect(Object.fromEntries(new URLSearchParams(viewSearch({ id: 'sv_1', shape: rich })))).toEqual({
      f: 'owner:me no:meaning',
      sort: '-changed',
      group: 'stage',
      cols: 'owner,tags',
      view: 'sv_1',
    });
  });

  it.each([{ f: 'owner:me' }, { sort: 'name' as const }, { group: null }, { cols: null }])(
    'notices a list that no longer looks so: %j',
    (change) => {
      expect(looksLike({ ...lookOf(rich), ...change }, rich)).toBe(false);
    },
  );

  it('drops what is no column', () => {
    expect(shapeOf({ ...lookOf(rich), cols: 'owner,,<b>,tags' }).columns).toEqual(['owner', 'tags']);
  });

  it('gives the reader their own view only where the address says nothing', () => {
    expect(saysNothing([])).toBe(true);
    expect(saysNothing(['utm_source'])).toBe(true);
    for (const member of ['f', 'sort', 'group', 'cols', 'at', 'peek', 'view'])
      expect(saysNothing([member])).toBe(false);
  });
});
