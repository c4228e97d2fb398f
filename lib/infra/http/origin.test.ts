import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './origin';

const ownOrigins = ['http://localhost:3000'];

describe('isSameOrigin', () => {
  it.each([
    ['a read from anywhere', { method: 'GET', secFetchSite: 'cross-site', origin: null, hasCookie: true }, true],
    ['the own page', { method: 'POST', secFetchSite: 'same-origin', origin: null, hasCookie: true }, true],
    ['another site', { method: 'POST', secFetchSite: 'cross-site', origin: null, hasCookie: true }, false],
    ['a sister host', { method: 'POST', secFetchSite: 'same-site', origin: null, hasCookie: true }, false],
    ['a typed address', { method: 'POST', secFetchSite: 'none', origin: null, hasCookie: true }, false],
    [
      'plain http with own Origin',
      { method: 'POST', secFetchSite: null, origin: 'http://localhost:3000', hasCookie: true },
      true,
    ],
    [
      'plain http with another Origin',
      { method: 'POST', secFetchSite: null, origin: 'http://evil.test', hasCookie: true },
      false,
    ],
    ['an opaque Origin', { method: 'DELETE', secFetchSite: null, origin: 'null', hasCookie: false }, false],
    ['neither, with a cookie', { method: 'PUT', secFetchSite: null, origin: null, hasCookie: true }, false],
    ['a tool without cookies', { method: 'POST', secFetchSite: null, origin: null, hasCookie: false }, true],
  ])('%s', (_what, facts, allowed) => {
    expect(isSameOrigin({ ...facts, ownOrigins })).toBe(allowed);
  });
});
