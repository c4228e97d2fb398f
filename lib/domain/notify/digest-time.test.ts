import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, nextDigestAt } from './digest-time';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Tokyo',
];
const hourMs = 3_600_000;

function wallHour(at: Date, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at));
}

describe('the moment of a digest', () => {
  it.each([
    ['2026-03-02T07:59:59Z', 9, 'Europe/Berlin', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02T08:00:00Z', 9, 'Europe/Berlin', '2026-03-03T08:00:00.000Z'],
    // Summer time begins on the 29th, at two.
    ['2026-03-28T12:00:00Z', 9, 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
    ['2026-03-28T12:00:00Z', 2, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-24T12:00:00Z', 9, 'Europe/Berlin', '2026-10-25T08:00:00.000Z'],
    ['2026-03-02T20:00:00Z', 9, 'Asia/Kathmandu', '2026-03-03T03:15:00.000Z'],
  ])('after %s for %i in %s is %s', (after, hour, zone, expected) => {
    expect(nextDigestAt(new Date(after), hour, zone).toISOString()).toBe(expected);
  });

  it('is the next such hour of that place, within a day', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.nat(23), fc.constantFrom(...zones), (after, hour, zone) => {
        const next = nextDigestAt(after, hour, zone);
        const wait = next.getTime() - after.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(26 * hourMs);
        // A day that leaves the hour out shows the one after or before it.
        expect(Math.min(Math.abs(wallHour(next, zone) - hour), 1)).toBe(wallHour(next, zone) === hour ? 0 : 1);
        if (![1, 2, 3].includes(hour)) expect(wallHour(next, zone)).toBe(hour);
      }),
      { numRuns: 3_000 },
    );
  });

  it('falls back to UTC where the zone is not known', () => {
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(nextDigestAt(new Date('2026-03-02T07:00:00Z'), 9, 'Mars/Olympus').toISOString()).toBe(
      '2026-03-02T09:00:00.000Z',
    );
  });
});
