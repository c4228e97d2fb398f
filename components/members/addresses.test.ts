import { expect, it } from 'vitest';
import { addressesIn } from './addresses';

it.each([
  ['', [], []],
  ['ana@example.com, ben@example.com;\nana@example.com', ['ana@example.com', 'ben@example.com'], []],
  ['Ana Lopez <ana@example.com>\nben', ['ana@example.com'], ['ben']],
])('reads %j', (text, addresses, unreadable) => {
  expect(addressesIn(text)).toEqual({ addresses, unreadable });
});
