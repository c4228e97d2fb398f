import 'server-only';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Identity } from '@/lib/infra/http/call';
import { ok, type Result } from '@/lib/kit/result';
import { revokeSessionsOf } from '@/lib/store/sessions';

/** Ends every session of the person but the one they ask from. */
export async function revokeOtherSessions(person: Identity): Promise<Result<{ done: true }, never>> {
  const kept = person.via.kind === 'session' ? person.via.sessionId : undefined;
  await revokeSessionsOf(prisma(), person.userId, now(), kept);
  return ok({ done: true });
}
