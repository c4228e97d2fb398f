import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStep, outcomeOf, retryDelaysMs } from './retry';

const at = new Date('2026-03-01T12:00:00Z');
const hour = 3_600_000;

describe('trying again', () => {
  it('waits as long as it was promised, a fifth more or less, and then gives up', () => {
    const waits = [5_000, 300_000, 1_800_000, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
    expect(retryDelaysMs).toEqual([0, ...waits]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, jitter) => {
        const next = nextStep({ kind: 'failed' }, attempt, at, jitter);
        if (next.kind !== 'retry') throw new Error(next.kind);
        const share = (next.at.getTime() - at.getTime()) / (waits[attempt - 1] ?? 0);
        expect(share).toBeGreaterThanOrEqual(0.799);
        expect(share).toBeLessThanOrEqual(1.201);
      }),
    );
    expect(nextStep({ kind: 'failed' }, 10, at, 0.5)).toEqual({ kind: 'dead' });
  });

  it('ends by success and by a receiver that is gone, at any attempt', () => {
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      expect(nextStep({ kind: 'delivered' }, attempt, at, 0)).toEqual({ kind: 'delivered' });
      expect(nextStep({ kind: 'gone' }, attempt, at, 0)).toEqual({ kind: 'disable' });
    }
  });

  it('heeds a receiver that asks for more patience, up to a day, and never comes earlier than planned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(90 * 24 * hour), (attempt, retryAfterMs) => {
        const plain = nextStep({ kind: 'failed' }, attempt, at, 0.5);
        const asked = nextStep({ kind: 'failed', retryAfterMs }, attempt, at, 0.5);
        if (plain.kind !== 'retry' || asked.kind !== 'retry') throw new Error('no retry');
        expect(asked.at.getTime()).toBe(Math.max(plain.at.getTime(), at.getTime() + Math.min(retryAfterMs, 24 * hour)));
      }),
    );
  });
});

describe('an answer', () => {
  it.each([
    [200, null, { kind: 'delivered' }],
    [202, '60', { kind: 'delivered' }],
    [204, null, { kind: 'delivered' }],
    [301, null, { kind: 'failed', retryAfterMs: undefined }],
    [307, null, { kind: 'failed', retryAfterMs: undefined }],
    [400, null, { kind: 'failed', retryAfterMs: undefined }],
    [410, '60', { kind: 'gone' }],
    [429, '120', { kind: 'failed', retryAfterMs: 120_000 }],
    [503, 'Sun, 01 Mar 2026 12:01:00 GMT', { kind: 'failed', retryAfterMs: 60_000 }],
    [503, 'Sun, 01 Mar 2026 11:00:00 GMT', { kind: 'failed', retryAfterMs: 0 }],
    [503, 'soon', { kind: 'failed', retryAfterMs: undefined }],
    [503, '-5', { kind: 'failed', retryAfterMs: undefined }],
    [0, null, { kind: 'failed', retryAfterMs: undefined }],
  ])('of %i with %s means %o', (status, retryAfter, outcome) => {
    expect(outcomeOf(status, retryAfter, at)).toEqual(outcome);
  });
});
