import { describe, expect, it } from 'vitest';
import { firstDay, morningOn, nextMonday, tomorrow } from './snooze-times';

/** In the time zone of whoever runs the tests, as in a browser. */
const at = (year: number, month: number, day: number, hour = 15) => new Date(year, month - 1, day, hour);

describe('when a snoozed entry comes back', () => {
  it('tomorrow at nine, over the end of a month too', () => {
    expect(tomorrow(at(2026, 1, 31))).toEqual(at(2026, 2, 1, 9));
  });

  it.each([
    ['on a Sunday the day after', at(2026, 5, 3), at(2026, 5, 4, 9)],
    ['on a Monday a week later', at(2026, 5, 4), at(2026, 5, 11, 9)],
    ['on a Saturday two days later', at(2026, 5, 9), at(2026, 5, 11, 9)],
  ])('next Monday: %s', (_name, now, then) => {
    expect(nextMonday(now)).toEqual(then);
  });

  it('on a day that is ahead, and on no other', () => {
    const now = at(2026, 5, 4);
    expect(morningOn('2026-05-05', now)).toEqual(at(2026, 5, 5, 9));
    expect(morningOn('2026-05-04', now)).toBeUndefined();
    expect(morningOn('', now)).toBeUndefined();
    expect(firstDay(at(2026, 12, 31))).toBe('2027-01-01');
  });
});
