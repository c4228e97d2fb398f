import { describe, expect, it } from 'vitest';
import { itemPath, readItemAddress } from './item-path';

const id = 'ev_0123456789';

describe('itemPath', () => {
  it.each([
    [null, 'Signup Completed', 'events/Signup%20Completed'],
    ['com.acme', 'a/b', 'events/com.acme/a%2Fb'],
    [null, '..', `events/${id}`],
    [null, 'ev_abcdefgh12', `events/${id}`],
  ])('addresses %s %s', (namespace, name, expected) => {
    expect(itemPath({ id, kind: 'event', namespace, name })).toBe(expected);
  });

  it('is read back', () => {
    expect(readItemAddress(['com.acme', 'a/b'])).toEqual({ namespace: 'com.acme', name: 'a/b' });
    expect(readItemAddress([id])).toEqual({ id });
    expect(readItemAddress(['a', 'b', 'c'])).toBeUndefined();
  });
});
