import { describe, expect, it } from 'vitest';
import { startOfDay } from './audit-words';

describe('a day of the record', () => {
  it('begins at local midnight and ends where the next begins', () => {
    const begins = startOfDay('2026-02-28') ?? '';
    const ends = startOfDay('2026-02-28', 1) ?? '';
    expect(new Date(begins).getHours()).toBe(0);
    expect([new Date(ends).getMonth(), new Date(ends).getDate()]).toEqual([2, 1]);
  });

  it('is none for what is no day', () => {
    expect([startOfDay(''), startOfDay('soon'), startOfDay('2026-00-10')]).toEqual([undefined, undefined, undefined]);
  });
});
