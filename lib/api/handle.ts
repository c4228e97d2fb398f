import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { actorIn } from '@/lib/features/auth/actor-in';
import { identify } from '@/lib/features/auth/identify';
import { claimKey, keepReply } from '@/lib/features/idempotency/keyed-requests';
import { now } from '@/lib/infra/clock';
import { Bucket } from '@/lib/infra/http/bucket';
import type { Call, Identity } from '@/lib/infra/http/call';
import { isSameOrigin } from '@/lib/infra/http/origin';
import { ownOrigins } from '@/lib/infra/http/own-origins';
import { type Problem, problemBody, problemResponse, statusOf } from '@/lib/infra/http/problem';
import { digestOf } from '@/lib/kit/digest';
import { err, ok, type Result } from '@/lib/kit/result';
import { answerFile, answerJson, answerReplay } from './answer';
import { readInput } from './read-input';
import type { FileAnswer, Route, Upload } from './route';

/** State changes per minute and person that this process takes before it asks for a pause. */
const writes = new Bucket(3000);

/** Answers one request to one route: origin, person, workspace, permission, input, use case, in that order. */
export async function handle(
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
  call: Call,
): Promise<Response> {
  const fail = (problem: Problem, headers?: Record<string, string>) =>
    problemResponse(problem, call.requestId, headers);
  if (!isSameOrigin(originFacts(request))) return fail({ code: 'request.cross-site' });

  const who = await admit(route, request, params, call);
  if (!who.ok) {
    return fail(who.error, statusOf(who.error.code) === 401 ? { 'www-authenticate': 'Bearer' } : undefined);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD' && 'userId' in who.value) {
    const waitMs = writes.take(who.value.userId, now().getTime());
    if (waitMs > 0) return fail({ code: 'request.too-many' }, { 'retry-after': `${Math.ceil(waitMs / 1000)}` });
  }
  const input = await readInput(route, request, params);
  if (!input.ok) return fail(input.error);
  if (route.kind === 'upload') return handleUpload(route, request, who.value, input.value, call);

  const key = route.idempotent ? request.headers.get('idempotency-key') : null;
  if (key !== null) return runKeyed(route, request, who.value as Actor, input.value, key, call);
  return answer(route, request, call, await route.run(who.value, input.value));
}

function answer(route: Route, request: Request, call: Call, done: Result<unknown, Problem>): Response {
  if (!done.ok) {
    const headers = retryAfter(done.error);
    return problemResponse(done.error, call.requestId, headers);
  }
  if (route.kind === 'download') return answerFile(request, call.requestId, done.value as FileAnswer);
  return answerJson(route, request, call.requestId, done.value);
}

function retryAfter(problem: Problem): Record<string, string> | undefined {
  return 'retryAfterMs' in problem && typeof problem.retryAfterMs === 'number'
    ? { 'retry-after': `${Math.ceil(problem.retryAfterMs / 1000)}` }
    : undefined;
}

function originFacts(request: Request) {
  return {
    method: request.method,
    secFetchSite: request.headers.get('sec-fetch-site'),
    origin: request.headers.get('origin'),
    hasCookie: request.headers.has('cookie'),
    ownOrigins: ownOrigins(),
  };
}

/** Who comes through the route's door, or why not. A workspace that is not theirs does not exist for them. */
async function admit(
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
  call: Call,
): Promise<Result<Actor | Identity | Call, Problem>> {
  if (route.door === 'public') return ok(call);
  const identity = await identify(request.headers.get('authorization'), call);
  if (!identity.ok) return identity;
  if (route.door === 'person') {
    // A token speaks for its maker in one workspace, so it may not act on the person's own account.
    return identity.value.via.kind === 'session' || route.method === 'GET'
      ? identity
      : err({ code: 'auth.required', detail: 'Sign in with a browser session for this' });
  }
  const actor = await actorIn(identity.value, params.workspace ?? '');
  if (!actor) return err({ code: 'workspace.not-found' });
  if (!route.action) return ok(actor);
  const allowed = can(actor, route.action);
  return allowed.ok ? ok(actor) : allowed;
}

async function runKeyed(
  route: Route,
  request: Request,
  actor: Actor,
  input: Record<string, unknown>,
  key: string,
  call: Call,
): Promise<Response> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    const errors = [{ path: 'Idempotency-Key', message: 'must be 1 to 200 visible ASCII characters' }];
    return problemResponse({ code: 'request.invalid', errors }, call.requestId);
  }
  const requestHash = digestOf([route.id, new URL(request.url).pathname, input]);
  const claim = await claimKey(actor, { key, requestHash });
  if (claim.state === 'replay') return answerReplay(claim.status, claim.body, call.requestId);
  if (claim.state !== 'fresh') return problemResponse({ code: `idempotency.${claim.state}` }, call.requestId);
  const done = await route.run(actor, input);
  const body = done.ok ? route.result?.parse(done.value) : problemBody(done.error, call.requestId);
  const status = done.ok ? route.status : statusOf(done.error.code);
  await keepReply(actor, { key, status, body: JSON.stringify(body) });
  return answer(route, request, call, done);
}

async function handleUpload(
  route: Route,
  request: Request,
  who: Actor | Identity | Call,
  input: Record<string, unknown>,
  call: Call,
): Promise<Response> {
  const contentType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!route.contentTypes.includes(contentType)) {
    const detail = `Send ${route.contentTypes.join(' or ')}, not ${contentType || 'nothing'}`;
    return problemResponse({ code: 'request.unsupported-type', detail }, call.requestId);
  }
  const maxBytes = route.maxBytes ?? 0;
  const tooLarge: Problem = { code: 'request.too-large', detail: `The file may hold ${maxBytes} bytes at most` };
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return problemResponse(tooLarge, call.requestId);
  const counted = countingStream(request.body, maxBytes);
  const upload: Upload = { contentType, fileName: fileNameOf(request), stream: counted.stream };
  try {
    const done = await route.run(who, input, upload);
    if (counted.exceeded()) return problemResponse(tooLarge, call.requestId);
    return answer(route, request, call, done);
  } catch (error) {
    if (counted.exceeded()) return problemResponse(tooLarge, call.requestId);
    throw error;
  }
}

/** The file's name, sent percent-encoded in `X-File-Name`; only ever shown. */
function fileNameOf(request: Request): string | undefined {
  const raw = request.headers.get('x-file-name');
  if (!raw) return undefined;
  try {
    return decodeURIComponent(raw).normalize('NFC').replace(/\p{C}/gu, '').slice(0, 200) || undefined;
  } catch {
    return undefined;
  }
}

function countingStream(body: ReadableStream<Uint8Array> | null, maxBytes: number) {
  let size = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > maxBytes) controller.error(new Error('request.too-large'));
      else controller.enqueue(chunk);
    },
  });
  const source = body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
  return { stream: source.pipeThrough(counter), exceeded: () => size > maxBytes };
}
