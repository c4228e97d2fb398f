import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWords, englishWords, plainDay, relativeWords } from './time-words';

const now = new Date('2026-05-10T12:00:00Z');

describe('relative time', () => {
  it.each([
    ['2026-05-10T11:59:55Z', 'now'],
    ['2026-05-10T11:59:20Z', '40 seconds ago'],
    ['2026-05-10T11:00:00Z', '1 hour ago'],
    ['2026-05-09T11:00:00Z', 'yesterday'],
    ['2026-05-03T11:00:00Z', 'last week'],
    ['2026-05-13T13:00:00Z', 'in 3 days'],
    ['2024-05-01T00:00:00Z', '2 years ago'],
  ])('says %s as “%s”', (at, words) => {
    expect(relativeWords(new Date(at), now, 'en')).toBe(words);
  });
});

it('writes a day as British English does', () => {
  for (let month = 0; month < 12; month += 1) {
    const day = new Date(2026, month, month + 1);
    expect(plainDay(day)).toBe(dayWords(day, 'en-GB'));
  }
});

it('speaks of time in English as the browser does', () => {
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
  const value = fc.integer({ min: -900, max: 900 }).filter((one) => one !== 0);
  fc.assert(
    fc.property(value, fc.constantFrom(...units), (count, unit) => {
      expect(englishWords(count, unit)).toBe(words.format(count, unit));
    }),
  );
});
