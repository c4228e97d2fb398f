import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { requireEnv } from '../env';

/** What a key is for; one purpose's key opens nothing of another's. */
export type Purpose = 'channel' | 'acknowledge' | 'unsubscribe';

/** Encrypts a text (AES-256-GCM) under this instance's secret; `about` must be named again to open it. */
export function seal(purpose: Purpose, about: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** The text of `seal`, or undefined when it was sealed for something else, by another secret, or altered. */
export function unseal(purpose: Purpose, about: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
  if (!sealed.startsWith('v1.') || bytes.byteLength < 28) return undefined;
  try {
    const opener = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12)).setAAD(Buffer.from(about));
    opener.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A text with its signature, readable in an address. */
export function sign(purpose: Purpose, text: string): string {
  const payload = Buffer.from(text).toString('base64url');
  return `${payload}.${macOf(purpose, payload).toString('base64url')}`;
}

/** The text of `sign`, or undefined when it was not signed by us for this purpose. */
export function signedText(purpose: Purpose, signed: string): string | undefined {
  const [payload = '', mac = '', ...rest] = signed.split('.');
  const given = Buffer.from(mac, 'base64url');
  const expected = macOf(purpose, payload);
  if (rest.length > 0 || given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected))
    return undefined;
  // Base 64 has spare bits: only the text as we wrote it is taken.
  return given.toString('base64url') === mac ? Buffer.from(payload, 'base64url').toString('utf8') : undefined;
}

function macOf(purpose: Purpose, payload: string): Buffer {
  return createHmac('sha256', keyFor(purpose)).update(payload).digest();
}

function keyFor(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', requireEnv('secret'), 'waymark', purpose, 32));
}
