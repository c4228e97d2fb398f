import { afterEach, expect, it } from 'vitest';
import { setLive, unlessLive } from './live-pace';

afterEach(() => setLive(false));

it('screens ask at their own interval while nobody tells them of changes, and rarely while somebody does', () => {
  const [often, rarely] = [unlessLive(5_000), unlessLive(60_000)];
  expect([often(), rarely()]).toEqual([5_000, 60_000]);
  setLive(true);
  expect([often(), rarely()]).toEqual([30_000, 60_000]);
  setLive(false);
  expect([often(), rarely()]).toEqual([5_000, 60_000]);
});
