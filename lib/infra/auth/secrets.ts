import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, readable in a URL, after a prefix that says what it opens. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a secret. It is random, so a plain SHA-256 cannot be guessed backwards. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
