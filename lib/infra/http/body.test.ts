import { describe, expect, it } from 'vitest';
import { readBytes, readJson } from './body';

function post(body: BodyInit, type = 'application/json'): Request {
  return new Request('http://localhost/x', { method: 'POST', body, headers: { 'content-type': type } });
}

describe('readJson', () => {
  it('gives the value of a fit body, with its texts in NFC', async () => {
    expect(await readJson(post(JSON.stringify({ name: 'Cafe\u0301', n: [1, null, true] })))).toEqual({
      ok: true,
      value: { name: 'Caf\u00e9', n: [1, null, true] },
    });
  });

  it.each([
    ['another content type', post('a=1', 'application/x-www-form-urlencoded'), 'request.unsupported-type'],
    ['a body that is not JSON', post('{"a":'), 'request.malformed'],
    ['65 levels', post('['.repeat(65) + ']'.repeat(65)), 'request.malformed'],
    ['bytes that are not UTF-8', post(new Uint8Array([0x22, 0xff, 0x22])), 'request.malformed'],
    ['NUL', post('{"a":{"b":"x\\u0000"}}'), 'request.invalid'],
    ['a lone surrogate', post('{"a":["\\ud800"]}'), 'request.invalid'],
    ['an escape character', post('{"a":"\\u001b[31m"}'), 'request.invalid'],
    ['a control character in a key', post('{"a\\u0001":1}'), 'request.invalid'],
    ['__proto__ as a key', post('{"__proto__":{"admin":true}}'), 'request.invalid'],
  ])('refuses %s', async (_what, request, code) => {
    expect(await readJson(request)).toMatchObject({ ok: false, error: { code } });
  });

  it('names the field that holds the bad text', async () => {
    expect(await readJson(post('{"a":{"b":["ok","x\\u0000"]}}'))).toMatchObject({
      error: { errors: [{ path: 'a.b.1', message: 'contains the control character U+0000: remove it' }] },
    });
  });

  it('accepts 64 levels, tabs and line ends', async () => {
    expect((await readJson(post('['.repeat(64) + ']'.repeat(64)))).ok).toBe(true);
    expect((await readJson(post('"a\\tb\\r\\nc"'))).ok).toBe(true);
  });
});

describe('readBytes', () => {
  it('counts what arrives rather than what was announced', async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const request = new Request('http://localhost/x', { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
    expect(await readBytes(request, { maxBytes: 10_000, timeoutMs: 5_000 })).toMatchObject({
      error: { code: 'request.too-large' },
    });
  });

  it('gives up on a body that does not arrive in time', async () => {
    const stream = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
    const request = new Request('http://localhost/x', { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
    expect(await readBytes(request, { maxBytes: 10_000, timeoutMs: 30 })).toMatchObject({
      error: { code: 'request.too-slow' },
    });
  });
});
