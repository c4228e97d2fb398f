import 'server-only';
import type { SessionView } from '@/lib/contracts/account';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Identity } from '@/lib/infra/http/call';
import { ok, type Result } from '@/lib/kit/result';
import { listLiveSessions } from '@/lib/store/sessions';

/** The places where a person is signed in, the latest first. */
export async function listSessions(person: Identity): Promise<Result<{ items: SessionView[] }, never>> {
  const sessions = await listLiveSessions(prisma(), person.userId, now());
  const current = person.via.kind === 'session' ? person.via.sessionId : undefined;
  return ok({
    items: sessions.map((session) => ({
      id: session.id,
      userAgent: session.userAgent,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      current: session.id === current,
    })),
  });
}
