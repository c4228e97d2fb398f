import { describe, expect, it } from 'vitest';
import { patternFault } from './check-pattern';

describe('patternFault', () => {
  it.each(['^[a-z][a-z0-9_]*$', '^\\d{4}-\\d{2}$', 'USD|EUR', '^a+$'])('accepts %s', (pattern) => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  it.each(['^(a+)+$', '(a|a)*$'])('refuses %s, on which a crafted value stalls others', (pattern) => {
    expect(patternFault(pattern)).toMatch(/takes very long/);
  });

  it.each(['(a)\\1', '(?=a)b', '[z'])('refuses %s, which cannot run without backtracking', (pattern) => {
    expect(patternFault(pattern)).toMatch(/no pattern that can be run safely/);
  });
});
