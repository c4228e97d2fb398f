import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { requireEnv } from '../env';
import {
  isSecure,
  openSession,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
  sessionDays,
} from './session-cookie';

/** What the library asks of us: check a password, look a session up, end one. */
export interface AuthDoors {
  readonly signIn: (email: string, password: string) => Promise<{ sessionId: string; userId: string } | undefined>;
  readonly readPerson: (sessionId: string) => Promise<{ name: string } | undefined>;
  readonly signOut: (sessionId: string) => Promise<void>;
}

/**
 * next-auth with password sign-in. Its token carries the id of a session row and nothing else; whatever a client sends
 * into its callbacks is ignored.
 */
export function authOptions(doors: AuthDoors): NextAuthOptions {
  return {
    secret: requireEnv('secret'),
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: sessionDays * 24 * 60 * 60 },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    jwt: {
      encode: ({ token }) => sealSession(typeof token?.sid === 'string' ? token.sid : ''),
      decode: async ({ token }) => {
        const sid = token ? await openSession(token) : undefined;
        return sid ? { sid } : null;
      },
    },
    providers: [
      CredentialsProvider({
        name: 'Password',
        credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
        authorize: async (given) => {
          const started = given && (await doors.signIn(given.email, given.password));
          return started ? { id: started.userId, sid: started.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && 'sid' in user ? { sid: user.sid } : { sid: token.sid }),
      session: async ({ session, token }) => {
        const person = typeof token.sid === 'string' ? await doors.readPerson(token.sid) : undefined;
        return { expires: session.expires, ...(person && { user: { name: person.name } }) };
      },
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await doors.signOut(token.sid);
      },
    },
  };
}
