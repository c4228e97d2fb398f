import { type Context, Hono } from 'hono';
import { readSessionCookie } from '@/lib/infra/auth/session-cookie';
import type { Call } from '@/lib/infra/http/call';
import { problemResponse } from '@/lib/infra/http/problem';
import { senderAddress } from '@/lib/infra/http/sender';
import { log } from '@/lib/infra/log';
import { newId } from '@/lib/kit/id';
import { handle } from './handle';
import { routes } from './list';
import { openApiDocument } from './openapi';

export const apiPrefix = '/api/v1';

/** The REST API: every route of the list, the OpenAPI document, and problem details for all that goes wrong. */
export function createApi(): Hono {
  const app = new Hono({ strict: false });
  for (const route of routes) {
    const path = honoPath(`${apiPrefix}${route.path}`);
    app.on(route.method, path, (c) => handle(route, c.req.raw, c.req.param(), callOf(c)));
  }
  app.get(`${apiPrefix}/openapi.json`, (c) => c.json(openApiDocument(routes), 200, { 'cache-control': 'no-cache' }));
  app.notFound((c) => refuse(c));
  app.onError((error, c) => {
    const { requestId } = callOf(c);
    log.error({ requestId, method: c.req.method, path: c.req.path, err: error }, 'request failed');
    return problemResponse({ code: 'server.failure', detail: `Quote ${requestId} when you report this` }, requestId);
  });
  return app;
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

const calls = new WeakMap<Request, Call>();

/** One call per request, so that its id is the same in the answer and in the log. */
function callOf(c: Context): Call {
  const known = calls.get(c.req.raw);
  if (known) return known;
  const { headers } = c.req.raw;
  const call: Call = {
    requestId: newId('rq'),
    address: senderAddress(headers),
    userAgent: headers.get('user-agent')?.slice(0, 300) ?? undefined,
    sessionCookie: readSessionCookie(headers.get('cookie')),
  };
  calls.set(c.req.raw, call);
  return call;
}

const patterns = routes.map((route) => ({
  method: route.method,
  pattern: new RegExp(`^${apiPrefix}${route.path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
}));

/** 405 with the methods that would do, or 404. */
function refuse(c: Context): Response {
  const { requestId } = callOf(c);
  const allowed = patterns.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method);
  if (allowed.length === 0) return problemResponse({ code: 'request.not-found' }, requestId);
  return problemResponse({ code: 'request.method-not-allowed' }, requestId, {
    allow: [...new Set(allowed)].join(', '),
  });
}
