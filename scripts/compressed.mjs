import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { securityHeaders } from './security-headers.mjs';

const types = { '.js': 'application/javascript; charset=UTF-8', '.css': 'text/css; charset=UTF-8' };
const compress = promisify(brotliCompress);

/** Writes beside each script and style sheet of a build what Brotli makes of it when it may take its time. */
export async function compressBuild(folder) {
  const files = filesOf(folder).filter((file) => typeOf(file) !== undefined);
  await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      writeFileSync(`${file}.br`, await compress(content, { params }));
    }),
  );
}

/**
 * Answers requests for a build's scripts and style sheets that were compressed ahead; tells whether it did. Their names hold their
 * digest, so they never change. Next.js compresses with gzip as it answers, which makes them an eighth larger.
 */
export function serveCompressed(folder, address) {
  const known = new Map();
  for (const file of existsSync(folder) ? filesOf(folder) : []) {
    const type = file.endsWith('.br') ? typeOf(file.slice(0, -3)) : undefined;
    const path = address + file.slice(folder.length, -3).split('\\').join('/');
    if (type) known.set(path, { file, type, size: statSync(file).size });
  }
  return (request, response) => {
    const found = request.method === 'GET' ? known.get(request.url?.split('?')[0]) : undefined;
    if (!found || !/(?:^|,)\s*br\s*(?:,|$)/u.test(request.headers['accept-encoding'] ?? '')) return false;
    for (const { key, value } of securityHeaders) response.setHeader(key, value);
    response.writeHead(200, {
      'content-type': found.type,
      'content-encoding': 'br',
      'content-length': found.size,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response);
    return true;
  };
}

function typeOf(file) {
  return Object.entries(types).find(([end]) => file.endsWith(end))?.[1];
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
