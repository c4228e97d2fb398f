import 'server-only';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { env } from '../env';
import { checkUrl, type Resolved, resolveHost } from './check-url';

export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The beginning of it. */
  readonly body: string;
}

/** From the question for the name to the last byte that is read, in milliseconds. */
const timeoutMs = 10_000;
const maxAnswerBytes = 64 * 1_024;

/**
 * Sends one POST to an address that is not internal, connecting only to what its name was found to stand for, so that
 * a name cannot point elsewhere in between. Redirects are answers like any other. Throws words that may be logged.
 */
export async function post(
  message: OutgoingPost,
  options: { readonly allowed?: readonly string[]; readonly timeoutMs?: number } = {},
): Promise<OutgoingAnswer> {
  const limitMs = options.timeoutMs ?? timeoutMs;
  const late = AbortSignal.timeout(limitMs);
  const url = checkUrl(message.url);
  if (!url.ok) throw new Error(url.error.detail);
  const found = await until(late, resolveHost(url.value, options.allowed ?? env().outgoingAllow), limitMs);
  if (!found.ok) throw new Error(found.error.detail);
  return send(url.value, message, found.value, late, limitMs);
}

function send(
  url: URL,
  message: OutgoingPost,
  addresses: readonly Resolved[],
  late: AbortSignal,
  limitMs: number,
): Promise<OutgoingAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new Error(late.aborted ? tooLate(limitMs) : wordsOf(error)));
    const body = Buffer.from(message.body);
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: pinned(addresses),
        signal: late,
        headers: { 'user-agent': 'Waymark', accept: '*/*', ...message.headers, 'content-length': body.byteLength },
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const done = () => {
          const { statusCode = 0, headers } = response;
          const text = Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString('utf8');
          resolve({ status: statusCode, retryAfter: headers['retry-after'] ?? null, body: text });
        };
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.byteLength;
          if (size < maxAnswerBytes) return;
          done();
          response.destroy();
        });
        response.on('end', done);
        response.on('error', fail);
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}

/** Answers every question for a name with what was checked. */
function pinned(addresses: readonly Resolved[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
}

async function until<T>(late: AbortSignal, work: Promise<T>, limitMs: number): Promise<T> {
  const timer = new Promise<never>((_resolve, reject) => {
    late.addEventListener('abort', () => reject(new Error(tooLate(limitMs))), { once: true });
  });
  return Promise.race([work, timer]);
}

function tooLate(limitMs: number): string {
  return `No answer within ${limitMs / 1_000} s`;
}

const knownErrors: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused',
  ECONNRESET: 'The connection was cut',
  EHOSTUNREACH: 'The host cannot be reached',
  ENETUNREACH: 'The network cannot be reached',
  CERT_HAS_EXPIRED: 'Its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by nobody we know',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name',
};

function wordsOf(error: Error & { code?: unknown }): string {
  const code = typeof error.code === 'string' ? error.code : '';
  return knownErrors[code] ?? `The connection failed${code ? ` (${code})` : ''}`;
}
