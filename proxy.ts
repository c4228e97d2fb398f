import { type NextRequest, NextResponse } from 'next/server';
import { sessionCookieName } from '@/lib/infra/auth/session-cookie';
import { env } from '@/lib/infra/env';

const open = /^\/(?:sign-in|sign-up|join|acknowledge|unsubscribe)(?:\/|$)/;

/**
 * Convenience only: the content policy with its nonce, and a short way to the sign-in page for who has no cookie at
 * all. Nothing relies on it having run; every page and route asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!open.test(pathname) && pathname !== '/' && !request.cookies.has(sessionCookieName())) {
    const to = new URL('/sign-in', request.nextUrl);
    to.searchParams.set('next', `${pathname}${search}`);
    return NextResponse.redirect(to);
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-pathname', `${pathname}${search}`);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

function contentPolicy(nonce: string): string {
  const isDev = env().mode === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/static|_next/image|icon\\.svg|favicon\\.ico|problems/|shared/).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
};
