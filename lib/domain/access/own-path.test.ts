import { expect, it } from 'vitest';
import { ownPath } from './own-path';

it.each([
  ['/acme/main/events?q=a#b', '/acme/main/events?q=a#b'],
  ['/a/../b', '/b'],
  ['//evil.test', '/'],
  ['/\\evil.test', '/'],
  ['/\t/evil.test', '/'],
  ['https://evil.test', '/'],
  ['javascript:alert(1)', '/'],
  ['/..//evil.test', '/'],
  ['', '/'],
  [undefined, '/'],
])('%s leads to %s', (wanted, path) => {
  expect(ownPath(wanted)).toBe(path);
});
