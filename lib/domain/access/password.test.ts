import { expect, it } from 'vitest';
import { passwordFault } from './password';

it.each([
  ['nine char', 'Use at least 10 characters'],
  ['Password123', 'This password is on every attacker’s list: choose another'],
  ['abababababab', 'Use more than three different characters'],
  ['ana.lopez-1234', 'Do not use your own name or address'],
  [`${'x'.repeat(100)}abc${'y'.repeat(200)}`, 'Use at most 256 characters'],
  ['blue kettle on the fern', undefined],
  ['パスワードは長いほうがよい', undefined],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, { email: 'ana.lopez@example.com', name: 'Ana Lopez' })).toBe(fault);
});
