import { describe, expect, it } from 'vitest';
import { ApiError } from './http';
import { shouldRetry } from './retry';

const answered = (status: number) => new ApiError({ status, code: 'x.y', title: '' });

describe('whether a read is tried again', () => {
  it.each([0, 429, 502, 503, 504])('tries again after %i', (status) => {
    expect(shouldRetry(0, answered(status))).toBe(true);
  });
  it.each([400, 401, 403, 404, 409, 412, 422, 500])('takes %i for an answer', (status) => {
    expect(shouldRetry(0, answered(status))).toBe(false);
  });
  it('gives up after two more tries, and never repeats a bug', () => {
    expect(shouldRetry(2, answered(503))).toBe(false);
    expect(shouldRetry(0, new TypeError('bug'))).toBe(false);
  });
});
