import { describe, expect, it } from 'vitest';
import { fitsWords, readQuery } from './read-query';

describe('what is looked for', () => {
  it.each([
    ['chekout comp', 'all', 'chekout comp'],
    ['> exp', 'actions', 'exp'],
    ['#42', 'requests', '42'],
    ['@ana', 'people', 'ana'],
    ['  ', 'all', ''],
    ['a > b', 'all', 'a > b'],
  ] as const)('reads “%s”', (typed, mode, words) => {
    expect(readQuery(typed)).toEqual({ mode, words });
  });

  it('fits words by their beginnings, in any order', () => {
    expect(fitsWords('Go to change requests', 'req change')).toBe(true);
    expect(fitsWords('Go to change requests', 'quest')).toBe(true);
    expect(fitsWords('Go to exports', 'change')).toBe(false);
  });
});
