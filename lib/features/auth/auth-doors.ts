import 'server-only';
import type { AuthDoors } from '@/lib/infra/auth/next-auth';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { readLiveSession, revokeSession } from '@/lib/store/sessions';
import { readUser } from '@/lib/store/users';
import { signIn } from './sign-in';

/** What the auth library may ask of us; each answer is read from the database. */
export const authDoors: AuthDoors = {
  signIn: async (email, password) => {
    const call = { requestId: newId('rq'), address: 'direct', userAgent: undefined, sessionCookie: undefined };
    const done = await signIn(call, { email, password });
    return done.ok ? { sessionId: done.value.sessionId, userId: done.value.userId } : undefined;
  },
  readPerson: async (sessionId) => {
    const session = await readLiveSession(prisma(), sessionId, now());
    return session && readUser(prisma(), session.userId);
  },
  signOut: async (sessionId) => {
    await revokeSession(prisma(), sessionId, now());
  },
};
