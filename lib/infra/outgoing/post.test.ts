import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOutgoing } from './check-url';
import { post } from './post';

let server: Server;
let origin: string;
let hits = 0;
const allowed = ['127.0.0.0/8'];

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1;
    if (request.url === '/hang') return;
    if (request.url === '/drip') {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drip));
      return;
    }
    if (request.url === '/flood') {
      response.writeHead(200);
      const flood = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', flood);
      flood();
      return;
    }
    if (request.url === '/away') response.writeHead(307, { location: `${origin}/`, 'retry-after': '7' });
    response.end('fine');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (url: string, options: { allowed?: readonly string[]; timeoutMs?: number } = { allowed }) =>
  post({ url, headers: { 'content-type': 'application/json' }, body: '{}' }, options);

describe('a request to the outside', () => {
  it('brings its answer back and follows no redirect', async () => {
    expect(await send(`${origin}/`)).toMatchObject({ status: 200, body: 'fine' });
    const before = hits;
    expect(await send(`${origin}/away`)).toMatchObject({ status: 307, retryAfter: '7' });
    expect(hits).toBe(before + 1);
  });

  it.each(['/hang', '/drip'])('waits only so long for %s', async (path) => {
    await expect(send(`${origin}${path}`, { allowed, timeoutMs: 300 })).rejects.toThrow('No answer within 0.3 s');
  });

  it('reads only the beginning of an endless answer', async () => {
    expect((await send(`${origin}/flood`)).body.length).toBe(65_536);
  });

  it.each([
    ['127.0.0.1 as it is', (port: string) => `http://127.0.0.1:${port}/`],
    ['a name that stands for it', (port: string) => `http://localhost:${port}/`],
    ['a short form', (port: string) => `http://127.1:${port}/`],
    ['a number', (port: string) => `http://2130706433:${port}/`],
    ['hexadecimal', (port: string) => `http://0x7f.1:${port}/`],
    ['IPv6 clothes', (port: string) => `http://[::ffff:127.0.0.1]:${port}/`],
    ['a full stop at the end', (port: string) => `http://localhost.:${port}/`],
    ['wide digits', (port: string) => `http://１２７.0.0.1:${port}/`],
  ])('never reaches an internal address: %s', async (_name, url) => {
    const before = hits;
    const address = url(new URL(origin).port);
    expect((await checkOutgoing(address, [])).ok).toBe(false);
    await expect(send(address, { allowed: [] })).rejects.toThrow();
    expect(hits).toBe(before);
  });

  it.each(['file:///etc/passwd', 'gopher://8.8.8.8/', 'http://user:pw@8.8.8.8/', 'http://8.8.8.8:22/', 'nonsense', ''])(
    'refuses %s',
    async (url) => {
      expect((await checkOutgoing(url, ['0.0.0.0/0'])).ok).toBe(false);
      await expect(send(url, { allowed: ['0.0.0.0/0'] })).rejects.toThrow();
    },
  );
});
