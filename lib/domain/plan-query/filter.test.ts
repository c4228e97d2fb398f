import { describe, expect, it } from 'vitest';
import { formatFilter, parseAge, parseFilter, withoutPart, withTerm } from './filter';

describe('parseFilter', () => {
  it('reads conditions, several values, quotes, negation and free words', () => {
    const { filter, issues } = parseFilter(
      'owner:me stage:activation,"first week" -tag:old checkout "order completed"',
    );
    expect(issues).toEqual([]);
    expect(filter.terms).toEqual([
      { key: 'owner', values: ['me'], negated: false },
      { key: 'stage', values: ['activation', 'first week'], negated: false },
      { key: 'tag', values: ['old'], negated: true },
    ]);
    expect(filter.words).toEqual(['checkout', 'order completed']);
  });

  it.each([
    ['stages:activation', 'filter.unknown-key'],
    ['owner:', 'filter.empty-value'],
    ['changed:soon', 'filter.unknown-value'],
    ['has:everything', 'filter.unknown-value'],
    ['review:someday', 'filter.unknown-value'],
  ])('names what is wrong with %s and does not narrow by it', (text, code) => {
    const { filter, issues } = parseFilter(text);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(filter.terms).toEqual([]);
  });

  it('takes an address as words', () => {
    expect(parseFilter('https://example.org/x').filter.words).toEqual(['https://example.org/x']);
  });

  it.each(['owner:me stage:activation,"first week" -tag:old checkout', 'changed:<30d no:meaning', ''])(
    'writes %s back so that it reads the same',
    (text) => {
      const { filter } = parseFilter(text);
      expect(parseFilter(formatFilter(filter)).filter).toEqual(filter);
    },
  );

  it('folds free words as names are folded', () => {
    expect(parseFilter('ОRDER').filter.words).toEqual(['order']);
  });
});

describe('editing a filter', () => {
  it('replaces the values of a key and drops it when none are left', () => {
    const { filter } = parseFilter('owner:me checkout');
    expect(formatFilter(withTerm(filter, 'owner', ['tm_1']))).toBe('owner:tm_1 checkout');
    expect(formatFilter(withTerm(filter, 'owner', []))).toBe('checkout');
  });

  it('takes one part away, words after terms', () => {
    const { filter } = parseFilter('owner:me checkout');
    expect(formatFilter(withoutPart(filter, 0))).toBe('checkout');
    expect(formatFilter(withoutPart(filter, 1))).toBe('owner:me');
  });
});

describe('parseAge', () => {
  it.each([
    ['<30d', { comparison: 'within', days: 30 }],
    ['2w', { comparison: 'within', days: 14 }],
    ['>6m', { comparison: 'before', days: 180 }],
    ['<1y', { comparison: 'within', days: 365 }],
  ])('reads %s', (text, expected) => {
    expect(parseAge(text)).toEqual(expected);
  });

  it('refuses what is no age', () => {
    expect(parseAge('yesterday')).toBeUndefined();
  });
});
