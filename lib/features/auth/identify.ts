import 'server-only';
import { hashSecret } from '@/lib/infra/auth/secrets';
import { openSession } from '@/lib/infra/auth/session-cookie';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Call, Identity } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import { readLiveSession, touchSession } from '@/lib/store/sessions';
import { readLiveToken, touchToken } from '@/lib/store/tokens';

/** How old "last seen" may grow before it is written again, so that reading does not write. */
const touchAfterMs = 5 * 60_000;

/** Who sent a request: the maker of its bearer token, or else the person of its session. Read from the database each time. */
export async function identify(
  authorization: string | null,
  call: Call,
): Promise<Result<Identity, { code: 'auth.required' } | { code: 'auth.invalid-token' }>> {
  if (authorization !== null) return identifyToken(authorization, call);
  const sessionId = call.sessionCookie ? await openSession(call.sessionCookie) : undefined;
  const session = sessionId ? await readLiveSession(prisma(), sessionId, now()) : undefined;
  if (!session) return err({ code: 'auth.required' });
  if (now().getTime() - session.lastSeenAt.getTime() > touchAfterMs) await touchSession(prisma(), session.id, now());
  return ok({ userId: session.userId, via: { kind: 'session', sessionId: session.id }, call });
}

async function identifyToken(
  authorization: string,
  call: Call,
): Promise<Result<Identity, { code: 'auth.invalid-token' }>> {
  const secret = /^Bearer +(wmk_[\w-]{20,100})$/i.exec(authorization)?.[1];
  const token = secret ? await readLiveToken(prisma(), hashSecret(secret), now()) : undefined;
  if (!token) return err({ code: 'auth.invalid-token' });
  if (now().getTime() - (token.lastUsedAt?.getTime() ?? 0) > touchAfterMs) {
    await touchToken(prisma(), token.workspaceId, token.id, now());
  }
  return ok({
    userId: token.createdById,
    via: { kind: 'token', tokenId: token.id, scopes: token.scopes },
    token: { workspaceId: token.workspaceId, role: token.role },
    call,
  });
}
