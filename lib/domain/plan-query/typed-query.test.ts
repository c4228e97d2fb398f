import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedQuery } from './typed-query';

describe('a search with conditions', () => {
  it('gives the words as they were typed, and the conditions', () => {
    const { words, filter, kinds } = readTypedQuery(
      'checkoutDone owner:"Growth team" kind:event,property -tag:old start',
    );
    expect(words).toBe('checkoutDone start');
    expect(kinds).toEqual(['event', 'property']);
    expect(filter.terms).toEqual([
      { key: 'owner', values: ['Growth team'], negated: false },
      { key: 'tag', values: ['old'], negated: true },
    ]);
  });

  it.each(['https://x.example/a', 'note:this', 'owner:', 'changed:someday', 'a:b'])('leaves %s a word', (typed) => {
    expect(readTypedQuery(typed)).toEqual({ words: typed, filter: { terms: [], words: [] }, kinds: [] });
  });

  it('leaves what has no colon as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes(':'));
        expect(readTypedQuery(text).words).toBe(text.replace(/\s+/gu, ' ').trim());
      }),
    );
  });
});
