import { err, ok, type Result } from '@/lib/kit/result';
import type { FieldError } from './problem';
import { textFault } from './text';

/** Why a body was refused before anyone looked at its meaning. */
export interface BodyError {
  readonly code:
    | 'request.unsupported-type'
    | 'request.too-large'
    | 'request.too-slow'
    | 'request.malformed'
    | 'request.invalid';
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** Limits of an ordinary JSON body; a bulk edit of a thousand items fits. */
export const defaultBodyLimits: BodyLimits = { maxBytes: 8 * 1024 * 1024, timeoutMs: 20_000 };

const maxDepth = 64;
const maxKeys = 400_000;

/** The body's bytes, counted as they arrive so that neither a wrong Content-Length nor its absence matters. */
export async function readBytes(request: Request, limits: BodyLimits): Promise<Result<Uint8Array, BodyError>> {
  const tooLarge = {
    code: 'request.too-large',
    detail: `The body may hold ${limits.maxBytes} bytes at most`,
  } as const;
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes) return err(tooLarge);
  if (!request.body) return ok(new Uint8Array());
  const reader = request.body.getReader();
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    void reader.cancel('too slow').catch(() => undefined);
  }, limits.timeoutMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limits.maxBytes) {
        await reader.cancel('too large').catch(() => undefined);
        return err(tooLarge);
      }
      chunks.push(value);
    }
  } catch {
    return err({ code: 'request.malformed', detail: 'The body broke off' });
  } finally {
    clearTimeout(late);
  }
  if (isLate) return err({ code: 'request.too-slow' });
  return ok(Buffer.concat(chunks));
}

/** Reads a JSON body: type, size, time, UTF-8, depth, key count, fit texts (as NFC), in that order. */
export async function readJson(
  request: Request,
  limits: BodyLimits = defaultBodyLimits,
): Promise<Result<unknown, BodyError>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return err({ code: 'request.unsupported-type', detail: `Send application/json, not ${type || 'nothing'}` });
  }
  const bytes = await readBytes(request, limits);
  if (!bytes.ok) return bytes;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    return err({ code: 'request.malformed', detail: 'The body is not valid UTF-8' });
  }
  if (nestingOf(text) > maxDepth) {
    return err({ code: 'request.malformed', detail: `The body is nested more than ${maxDepth} levels deep` });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return err({ code: 'request.malformed', detail: `The body is not JSON: ${jsonFault(error)}` });
  }
  return clean(value);
}

function jsonFault(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  return position ? `unexpected character at position ${position}` : 'unexpected end';
}

/** Greatest nesting in a JSON text, found before parsing so that depth cannot exhaust the stack. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest;
}

/** The same value with every text in NFC, or the places whose text or key cannot be accepted. */
export function clean(value: unknown): Result<unknown, BodyError> {
  const faults: FieldError[] = [];
  let keys = 0;
  const walk = (node: unknown, path: string): unknown => {
    if (typeof node === 'string') {
      const fault = textFault(node);
      if (fault && faults.length < 20) faults.push({ path, message: fault });
      return node.normalize('NFC');
    }
    if (Array.isArray(node)) return node.map((member, index) => walk(member, path ? `${path}.${index}` : `${index}`));
    if (node === null || typeof node !== 'object') return node;
    const copy: [string, unknown][] = [];
    for (const [key, member] of Object.entries(node)) {
      keys += 1;
      const place = path ? `${path}.${key}` : key;
      const fault = key === '__proto__' ? 'is not a name that can be used' : textFault(key);
      if (fault && faults.length < 20) faults.push({ path: textFault(key) ? path : place, message: `key ${fault}` });
      copy.push([key.normalize('NFC'), walk(member, place)]);
    }
    return Object.fromEntries(copy);
  };
  const cleaned = walk(value, '');
  if (keys > maxKeys) return err({ code: 'request.malformed', detail: `The body has more than ${maxKeys} keys` });
  if (faults.length > 0) return err({ code: 'request.invalid', errors: faults });
  return ok(cleaned);
}
