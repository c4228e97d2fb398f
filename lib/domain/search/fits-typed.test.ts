import { describe, expect, it } from 'vitest';
import { readTypedQuery } from '../plan-query/typed-query';
import { canTell, fitsTyped } from './fits-typed';
import type { SearchDocument } from './search-document';

const document: SearchDocument = {
  ...{ id: 'ev_1', kind: 'event', name: 'Cart Viewed', namespace: null, displayName: '', meaning: '' },
  ...{ formerNames: [], values: [], tags: ['Funnel'], owner: 'Growth', lifecycle: 'retired', properties: ['cart_id'] },
};

describe('conditions of a look-up', () => {
  it.each([
    ['cart', true],
    ['kind:event lifecycle:retired', true],
    ['kind:property', false],
    ['owner:growth tag:funnel property:cart_id', true],
    ['owner:Data,Growth', true],
    ['-tag:funnel', false],
    ['namespace:none', true],
  ])('%s', (typed, fits) => {
    expect(fitsTyped(document, readTypedQuery(typed))).toBe(fits);
  });

  it('are told from those that only the search page answers', () => {
    const told = ['tag:a', 'kind:event', 'owner:me', 'changed:<30d'].map((typed) => canTell(readTypedQuery(typed)));
    expect(told).toEqual([true, true, false, false]);
  });
});
