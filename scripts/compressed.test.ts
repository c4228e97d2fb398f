import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressBuild, serveCompressed } from './compressed.mjs';

const folder = mkdtempSync(join(tmpdir(), 'waymark-compressed-'));
const script = `console.log(${JSON.stringify('a sentence that comes again, '.repeat(200))});`;
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'));
  writeFileSync(join(folder, 'chunks/one.js'), script);
  writeFileSync(join(folder, 'font.woff2'), 'not for this');
  await compressBuild(folder);
  const fromBuild = serveCompressed(folder, '/_next/static');
  server = createServer((request, response) => {
    if (!fromBuild(request, response)) response.writeHead(404).end('left to others');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

function ask(path: string, encodings: string): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': encodings } }, done).on('error', fail);
  });
}

describe('scripts compressed ahead', () => {
  it('answers with what was compressed, to be kept for ever', async () => {
    const answer = await ask('/_next/static/chunks/one.js?dpl=1', 'gzip, deflate, br, zstd');
    const body = await buffer(answer);
    expect(brotliDecompressSync(body).toString()).toBe(script);
    expect(body.length).toBeLessThan(script.length / 10);
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    });
  });

  it.each([
    ['a browser that knows only gzip', '/_next/static/chunks/one.js', 'gzip'],
    ['a browser that refuses Brotli', '/_next/static/chunks/one.js', 'gzip, br;q=0'],
    ['what is no script', '/_next/static/font.woff2', 'br'],
    ['what is not in the build', '/_next/static/chunks/../../secret.js', 'br'],
    ['the compressed file by its own name', '/_next/static/chunks/one.js.br', 'br'],
  ])('leaves %s to the server', async (_, path, encodings) => {
    const answer = await ask(path, encodings);
    expect((await buffer(answer)).toString()).toBe('left to others');
  });
});
