import { expect, it } from 'vitest';
import { Bucket } from './bucket';

it('lets a minute’s worth through at once, then at its pace, each caller for itself', () => {
  const bucket = new Bucket(60);
  for (let i = 0; i < 60; i += 1) expect(bucket.take('a', 0)).toBe(0);
  expect(bucket.take('a', 0)).toBe(1000);
  expect(bucket.take('b', 0)).toBe(0);
  expect(bucket.take('a', 1000)).toBe(0);
  expect(bucket.take('a', 1000)).toBe(1000);
});
