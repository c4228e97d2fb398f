import 'server-only';
import { openSession, sessionDays, sessionSetCookie } from '@/lib/infra/auth/session-cookie';
import { now } from '@/lib/infra/clock';
import type { Tx } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { newId } from '@/lib/kit/id';
import { createSession, revokeSession } from '@/lib/store/sessions';

/** A session that has begun, and the cookie line that carries it. */
export interface BegunSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly setCookie: string;
}

/** Begins a session under a new id; the one the browser held before is over. */
export async function beginSession(
  tx: Tx,
  userId: string,
  call: Pick<Call, 'sessionCookie' | 'userAgent'>,
): Promise<BegunSession> {
  const at = now();
  const before = call.sessionCookie ? await openSession(call.sessionCookie) : undefined;
  if (before) await revokeSession(tx, before, at);
  const sessionId = newId('se');
  const expiresAt = new Date(at.getTime() + sessionDays * 24 * 60 * 60 * 1000);
  await createSession(tx, { id: sessionId, userId, createdAt: at, expiresAt, userAgent: call.userAgent ?? '' });
  return { sessionId, userId, setCookie: await sessionSetCookie(sessionId) };
}
