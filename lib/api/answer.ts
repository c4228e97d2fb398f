import type { FileAnswer, Route } from './route';

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } as const;

/** A use case's value as a response: only what the route's schema names, with its ETag. */
export function answerJson(route: Route, request: Request, requestId: string, value: unknown): Response {
  const view: unknown = route.result ? route.result.parse(value) : value;
  const headers = new Headers({ ...privately, 'content-type': 'application/json', 'x-request-id': requestId });
  if (route.headers && typeof value === 'object' && value !== null) {
    for (const [name, text] of Object.entries(route.headers(value))) headers.append(name, text);
  }
  const tag = etagOf(route, view);
  if (tag) {
    headers.set('etag', tag);
    if (isKnown(request, tag)) return new Response(null, { status: 304, headers });
  }
  return new Response(JSON.stringify(view), { status: route.status, headers });
}

function etagOf(route: Route, view: unknown): string | undefined {
  if (route.etag) return route.etag(view);
  if (typeof view !== 'object' || view === null || !('lockVersion' in view)) return undefined;
  return typeof view.lockVersion === 'number' ? `"${view.lockVersion}"` : undefined;
}

/** A lock version says nothing about members that are not its own, so only an explicit tag may answer 304. */
function isKnown(request: Request, tag: string): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const known = request.headers.get('if-none-match');
  return known !== null && !/^"\d+"$/.test(tag) && known.split(',').some((entry) => entry.trim() === tag);
}

/** A file as a response, to be saved under its name. */
export function answerFile(request: Request, requestId: string, file: FileAnswer): Response {
  const headers = new Headers({
    ...privately,
    ...file.headers,
    'content-type': file.contentType,
    'x-request-id': requestId,
    'content-disposition': file.isInline ? 'inline' : contentDisposition(file.fileName),
    'content-security-policy': "default-src 'none'; sandbox",
  });
  if (file.etag) {
    const tag = `"${file.etag}"`;
    headers.set('etag', tag);
    if (isKnown(request, tag)) return new Response(null, { status: 304, headers });
  }
  return new Response(file.body as BodyInit, { status: 200, headers });
}

/** RFC 6266: a plain name for old readers, the exact one beside it. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]+/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, percent)}`;
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A stored first reply, sent again. */
export function answerReplay(status: number, body: string, requestId: string): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(body, {
    status,
    headers: { ...privately, 'content-type': type, 'x-request-id': requestId, 'idempotent-replayed': 'true' },
  });
}
