import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { env, requireEnv } from '../env';

/** How long a sign-in lasts without being renewed. */
export const sessionDays = 30;

const maxAgeSeconds = sessionDays * 24 * 60 * 60;

/** Whether people reach this instance by https; only then a browser accepts a `__Host-` cookie. */
export function isSecure(): boolean {
  return env().baseUrl.startsWith('https:');
}

/** The session cookie's name. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-waymark.session' : 'waymark.session';
}

/** The attributes of the session cookie, as next-auth and `cookies().set` take them. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure(), maxAge: maxAgeSeconds };
}

/** The sealed cookie value that carries a session's id and nothing else. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: requireEnv('secret'), maxAge: maxAgeSeconds });
}

/** The session id in a cookie value, or undefined for one that is not ours or is over. */
export async function openSession(value: string): Promise<string | undefined> {
  try {
    const token = await decode({ token: value, secret: requireEnv('secret') });
    return typeof token?.sid === 'string' ? token.sid : undefined;
  } catch {
    return undefined;
  }
}

/** The `Set-Cookie` line that begins a session. */
export async function sessionSetCookie(sessionId: string): Promise<string> {
  return cookieLine(await sealSession(sessionId), maxAgeSeconds);
}

/** The `Set-Cookie` line that ends it. */
export function sessionClearCookie(): string {
  return cookieLine('', 0);
}

function cookieLine(value: string, maxAge: number): string {
  const secure = isSecure() ? '; Secure' : '';
  return `${sessionCookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

/** The session cookie's value in a `Cookie` header. */
export function readSessionCookie(header: string | null): string | undefined {
  const wanted = `${sessionCookieName()}=`;
  const found = header?.split(';').find((part) => part.trim().startsWith(wanted));
  return found?.trim().slice(wanted.length) || undefined;
}
