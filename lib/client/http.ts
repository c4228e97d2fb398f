import type * as z from 'zod';

/** A problem as the API tells it (RFC 9457), with our stable code. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly requestId?: string | undefined;
  readonly errors?: readonly { readonly path: string; readonly message: string }[] | undefined;
  /** Further members depend on the code. */
  readonly [member: string]: unknown;
}

/** A request that did not succeed. Decide on `code`, never on the words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
  get code(): string {
    return this.problem.code;
  }
  /** The HTTP status; 0 when no answer came. */
  get status(): number {
    return this.problem.status;
  }
  get requestId(): string | undefined {
    return this.problem.requestId;
  }
  /** Words for each wrong field of the request, by its path. */
  get fieldErrors(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map((error) => [error.path, error.message]));
  }
}

/** Whether an error is a problem with this code. */
export function hasCode(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

export interface ApiOptions<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is when it is a form or a file. */
  body?: unknown;
  /** What the answer must be, loaded with the first answer: a page is read before it asks; without it the answer is dropped. */
  schema?: () => Promise<z.ZodType<T>>;
  /** The lock version that was read, for a write that must not overwrite a later one. */
  ifMatch?: number | string;
  /** Names this one intention, so that sending it twice acts once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  query?: Record<string, string | number | boolean | null | undefined>;
  /** Goes on after the page is gone, for what is said on leaving it. */
  keepalive?: boolean;
}

const base = '/api/v1';

function addressOf(path: string, query: ApiOptions<unknown>['query']): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const start = path.startsWith('/api/') ? path : `${base}${path}`;
  return search.size > 0 ? `${start}?${search}` : start;
}

const asIs = (body: unknown): body is FormData | Blob => body instanceof FormData || body instanceof Blob;

function requestOf(options: ApiOptions<unknown>): RequestInit {
  const { method = 'GET', body, ifMatch, idempotencyKey, signal, keepalive } = options;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined && !asIs(body)) headers.set('content-type', 'application/json');
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: asIs(body) ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  };
}

async function problemOf(response: Response): Promise<Problem> {
  // What is not from the API, such as a proxy's own page, has another form; a schema would have to be loaded to tell.
  const told: Partial<Problem> | null = await response.json().catch(() => null);
  if (typeof told?.code === 'string' && typeof told.status === 'number')
    return { ...told, status: told.status, code: told.code, title: told.title ?? '' };
  const requestId = response.headers.get('x-request-id') ?? undefined;
  return {
    status: response.status,
    code: 'server.unexpected',
    title: `The server answered ${response.status}.`,
    ...(requestId ? { requestId } : {}),
  };
}

/** Sends a request and gives its raw answer, for downloads; throws an `ApiError` like `api`. */
export async function send(path: string, options: ApiOptions<unknown> = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(addressOf(path, options.query), requestOf(options));
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiError({
      status: 0,
      code: 'network.unreachable',
      title: 'The server cannot be reached. Nothing was lost; try again.',
    });
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

/**
 * Asks the API and gives its checked answer; `path` begins below `/api/v1`, such as `/workspaces/acme/plans/web/items`.
 * Throws an `ApiError` for every answer that is not a success, and for none at all (`network.unreachable`).
 */
export async function api<T = void>(path: string, options: ApiOptions<T> = {}): Promise<T> {
  const response = await send(path, options);
  if (!options.schema) return undefined as T;
  const [schema, body] = await Promise.all([options.schema(), response.json().catch(() => undefined)]);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new ApiError({
    status: response.status,
    code: 'server.misread',
    title: 'The server answered something this page does not understand. Reload it.',
  });
}

/** A fresh key for one intention to write. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Words for a person about any error, the API's own where it has some. */
export function wordsFor(error: unknown): string {
  if (error instanceof ApiError) return error.message || error.problem.title;
  return 'Something went wrong in this page. Nothing was lost; try again.';
}
