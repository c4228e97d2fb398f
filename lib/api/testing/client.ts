import type { Persona } from '@/lib/features/testing/world';
import { apiPrefix, createApi } from '../app';

const api = createApi();

/** Who sends a test's request: a person by their cookie, a token by its secret, or nobody. */
export type Sender = Persona | { readonly token: string } | undefined;

export interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request through the whole API without a socket. `path` begins below `/api/v1`. */
export async function call(sender: Sender, method: string, path: string, sent: Sent = {}): Promise<Response> {
  const headers = new Headers(sent.headers);
  if (sender && 'token' in sender) headers.set('authorization', `Bearer ${sender.token}`);
  else if (sender) headers.set('cookie', sender.cookie);
  if (sender && 'cookie' in sender && !headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
  const isRaw = sent.body instanceof Uint8Array || typeof sent.body === 'string';
  if (sent.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const search = sent.query ? `?${new URLSearchParams(sent.query)}` : '';
  return api.request(`http://localhost:3000${apiPrefix}${path}${search}`, {
    method,
    headers,
    ...(sent.body !== undefined && { body: (isRaw ? sent.body : JSON.stringify(sent.body)) as BodyInit }),
  });
}

/** Sends a request that must succeed and gives what it answered. */
export async function callFor<T>(sender: Sender, method: string, path: string, sent: Sent = {}): Promise<T> {
  const response = await call(sender, method, path, sent);
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
