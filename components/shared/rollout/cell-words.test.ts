import { expect, it } from 'vitest';
import { cellWords } from './cell-words';

it('says what a cell knows', () => {
  const cell = { version: '4.2', releasedOn: '2026-05-01', seenOn: '2026-05-03' };
  expect(cellWords({ ...cell, state: 'released' })).toBe('Released in 4.2 on 1 May 2026');
  expect(cellWords({ ...cell, state: 'seen-live' })).toBe('Seen live on 3 May 2026');
  expect(cellWords({ ...cell, state: 'in-code' })).toBe('In code');
});
