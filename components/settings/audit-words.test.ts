import { describe, expect, it } from 'vitest';
import { startOfDay, subjectWords } from './audit-words';

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

describe('what an entry is about', () => {
  const entry = { seq: 1, at: '2026-01-01T00:00:00Z', actor: null, via: 'system', action: 'team.create' };
  it('is said by number, by name, or else by id', () => {
    const words = (subjectKind: string, detail: Record<string, unknown>) =>
      subjectWords({ ...entry, subjectKind, subjectId: 'x_1', detail });
    expect(words('change-request', { number: 12 })).toBe('change request #12');
    expect(words('team', { name: 'Growth' })).toBe('team Growth');
    expect(words('plan', {})).toBe('plan x_1');
  });
});
