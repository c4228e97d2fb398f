import { expect, it } from 'vitest';
import { normalEmail } from './email';

it.each([
  [' Ana@Example.COM ', 'ana@example.com'],
  ['ａｎａ@example.com', 'ana@example.com'],
  ['аna@example.com', undefined],
  ['ana', undefined],
  ['an a@example.com', undefined],
])('%s is compared as %s', (typed, compared) => {
  expect(normalEmail(typed)).toBe(compared);
});
