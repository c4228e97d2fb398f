import 'server-only';
import { openSession, sessionClearCookie } from '@/lib/infra/auth/session-cookie';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Call } from '@/lib/infra/http/call';
import { ok, type Result } from '@/lib/kit/result';
import { revokeSession } from '@/lib/store/sessions';

/** Ends the session of this browser at once; harmless when there is none. */
export async function signOut(call: Call): Promise<Result<{ done: true; setCookie: string }, never>> {
  const sessionId = call.sessionCookie ? await openSession(call.sessionCookie) : undefined;
  if (sessionId) await revokeSession(prisma(), sessionId, now());
  return ok({ done: true, setCookie: sessionClearCookie() });
}
