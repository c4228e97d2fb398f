import type * as z from 'zod';
import type { Action } from '@/lib/domain/access/actions';
import type { Actor } from '@/lib/domain/access/actor';
import type { Call, Identity } from '@/lib/infra/http/call';
import type { Problem } from '@/lib/infra/http/problem';
import type { Result } from '@/lib/kit/result';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may come to a route: a member of a workspace, any signed-in person, or anyone. */
export type Door = 'workspace' | 'person' | 'public';

type Names<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? N | Names<Rest> : never;
type PathParams<P extends string> = {
  [N in Exclude<Names<P>, 'workspace'>]: N extends 'number' ? number : string;
};
type Out<S> = S extends z.ZodType ? z.output<S> : unknown;
type Match<M> = M extends 'required' ? { ifMatch: number } : M extends 'optional' ? { ifMatch?: number } : unknown;

/** What a use case is handed: path, query and body members in one object, and the version of `If-Match`. */
export type RouteInput<P extends string, Q, B, M> = PathParams<P> & Out<Q> & Out<B> & Match<M>;

interface Common<Q, B, V extends z.ZodType, M> {
  /** One line in the present tense: what the use case does for its caller. */
  readonly summary: string;
  readonly query?: Q;
  readonly body?: B;
  /** What is answered; members it does not name are left out. */
  readonly result: V;
  readonly status?: 200 | 201 | 202;
  /** Whether the version read must be named; a use case answers a `….stale` code (412) when it is another. */
  readonly ifMatch?: M;
  /** The ETag of an answer; a `lockVersion` gives one by itself. */
  readonly etag?: (view: z.output<V>) => string;
  /** Body bytes accepted; 8 MiB unless told. */
  readonly maxBytes?: number;
  /** What the answer's headers need besides, such as a cookie. */
  readonly headers?: (value: object) => Record<string, string>;
}

interface ForMembers<P extends string, Q, B, V extends z.ZodType, M> extends Common<Q, B, V, M> {
  readonly action: Action;
  /** `false` where a repeated request is harmless or must not be kept; by default every POST may carry a key. */
  readonly idempotent?: boolean;
  readonly run: (actor: Actor, input: RouteInput<P, Q, B, M>) => Promise<Result<z.input<V>, Problem>>;
}

interface ForPeople<P extends string, Q, B, V extends z.ZodType, M> extends Common<Q, B, V, M> {
  readonly run: (person: Identity, input: RouteInput<P, Q, B, M>) => Promise<Result<z.input<V>, Problem>>;
}

interface ForAnyone<P extends string, Q, B, V extends z.ZodType, M> extends Common<Q, B, V, M> {
  readonly run: (call: Call, input: RouteInput<P, Q, B, M>) => Promise<Result<z.input<V>, Problem>>;
}

/** Bytes handed to a caller as a file. */
export interface FileAnswer {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  /** Strong entity tag without quotes, where the file follows from immutable state. */
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Shown rather than saved, as feed readers and browsers expect of a feed. */
  readonly isInline?: boolean;
}

/** A request body as it arrives: counted, capped, not yet read. */
export interface Upload {
  readonly contentType: string;
  readonly fileName: string | undefined;
  readonly stream: ReadableStream<Uint8Array>;
}

interface DownloadSpec<P extends string, Q> {
  readonly summary: string;
  readonly action: Action;
  readonly query?: Q;
  readonly run: (actor: Actor, input: RouteInput<P, Q, undefined, undefined>) => Promise<Result<FileAnswer, Problem>>;
}

interface OpenDownloadSpec<P extends string> {
  readonly summary: string;
  readonly run: (call: Call, input: PathParams<P>) => Promise<Result<FileAnswer, Problem>>;
}

interface UploadSpec<P extends string, Q, V extends z.ZodType> {
  readonly summary: string;
  readonly action: Action;
  readonly query?: Q;
  readonly result: V;
  readonly status?: 200 | 201 | 202;
  readonly contentTypes: readonly string[];
  readonly maxBytes: number;
  readonly run: (
    actor: Actor,
    input: RouteInput<P, Q, undefined, undefined>,
    upload: Upload,
  ) => Promise<Result<z.input<V>, Problem>>;
}

/** A registered route, its types forgotten: what the app dispatches and the document describes. */
export interface Route {
  /** `METHOD /path`, the key of the matrix. */
  readonly id: string;
  readonly method: Method;
  /** Under `/api/v1`. */
  readonly path: string;
  readonly door: Door;
  readonly kind: 'json' | 'upload' | 'download';
  readonly summary: string;
  readonly action: Action | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly result: z.ZodType | undefined;
  readonly status: number;
  readonly ifMatch: 'required' | 'optional' | undefined;
  readonly etag: ((view: unknown) => string) | undefined;
  readonly headers: ((value: object) => Record<string, string>) | undefined;
  readonly maxBytes: number | undefined;
  readonly contentTypes: readonly string[];
  readonly idempotent: boolean;
  readonly run: (
    who: Actor | Identity | Call,
    input: Record<string, unknown>,
    upload?: Upload,
  ) => Promise<Result<unknown, Problem>>;
}

interface Loose {
  readonly summary: string;
  readonly action?: Action;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  readonly result?: z.ZodType;
  readonly status?: number;
  readonly ifMatch?: 'required' | 'optional' | undefined;
  readonly idempotent?: boolean;
  readonly maxBytes?: number;
  readonly contentTypes?: readonly string[];
}

const prefix = '/workspaces/{workspace}';

function register(
  method: Method,
  door: Door,
  path: string,
  kind: Route['kind'],
  spec: Loose & { run: unknown },
): Route {
  const full = door === 'workspace' && !path.startsWith(prefix) ? `${prefix}${path}` : path;
  const hooks = spec as { etag?: Route['etag']; headers?: Route['headers'] };
  return {
    id: `${method} ${full}`,
    method,
    path: full,
    door,
    kind,
    summary: spec.summary,
    action: spec.action,
    query: spec.query,
    body: spec.body,
    result: spec.result,
    status: spec.status ?? 200,
    ifMatch: spec.ifMatch,
    etag: hooks.etag,
    headers: hooks.headers,
    maxBytes: spec.maxBytes,
    contentTypes: spec.contentTypes ?? [],
    idempotent: spec.idempotent ?? (method === 'POST' && door === 'workspace' && kind === 'json'),
    // The one place where a route's own types are forgotten: the dispatcher parses with the same schemas.
    run: spec.run as Route['run'],
  };
}

type Q0 = z.ZodType | undefined;
type M0 = 'required' | 'optional' | undefined;

function forMembers(method: Method) {
  return <
    P extends string,
    V extends z.ZodType,
    Q extends Q0 = undefined,
    B extends Q0 = undefined,
    M extends M0 = undefined,
  >(
    path: P,
    spec: ForMembers<P, Q, B, V, M>,
  ): Route => register(method, 'workspace', path, 'json', spec);
}

function forPeople(method: Method) {
  return <
    P extends string,
    V extends z.ZodType,
    Q extends Q0 = undefined,
    B extends Q0 = undefined,
    M extends M0 = undefined,
  >(
    path: P,
    spec: ForPeople<P, Q, B, V, M>,
  ): Route => register(method, 'person', path, 'json', spec);
}

function forAnyone(method: Method) {
  return <
    P extends string,
    V extends z.ZodType,
    Q extends Q0 = undefined,
    B extends Q0 = undefined,
    M extends M0 = undefined,
  >(
    path: P,
    spec: ForAnyone<P, Q, B, V, M>,
  ): Route => register(method, 'public', path, 'json', spec);
}

/** Routes of a workspace's members; the path goes on after `/workspaces/{workspace}`. */
export const get = forMembers('GET');
export const post = forMembers('POST');
export const put = forMembers('PUT');
export const patch = forMembers('PATCH');
export const del = forMembers('DELETE');

/** Routes of a signed-in person, outside any workspace. */
export const person = {
  get: forPeople('GET'),
  post: forPeople('POST'),
  put: forPeople('PUT'),
  patch: forPeople('PATCH'),
  del: forPeople('DELETE'),
};

/** Routes without a sign-in. */
export const anyone = { get: forAnyone('GET'), post: forAnyone('POST'), del: forAnyone('DELETE') };

/** A route that answers a file to whoever holds its address. */
export function openDownload<P extends string>(path: P, spec: OpenDownloadSpec<P>): Route {
  return register('GET', 'public', path, 'download', spec);
}

/** A route that answers a file. */
export function download<P extends string, Q extends Q0 = undefined>(path: P, spec: DownloadSpec<P, Q>): Route {
  return register('GET', 'workspace', path, 'download', spec);
}

/** A route that takes a file as a stream. */
export function upload<P extends string, V extends z.ZodType, Q extends Q0 = undefined>(
  path: P,
  spec: UploadSpec<P, Q, V>,
): Route {
  return register('POST', 'workspace', path, 'upload', spec);
}
