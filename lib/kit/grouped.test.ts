import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped } from './grouped';

it('writes whole numbers as the English locale does', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (count) => grouped(count) === count.toLocaleString('en')));
  expect(grouped(0)).toBe('0');
  expect(grouped(-1000)).toBe('-1,000');
});
