import 'server-only';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Identity } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import { listLiveSessions, revokeSession } from '@/lib/store/sessions';

/** Ends one of the person's own sessions at once. */
export async function revokeOwnSession(
  person: Identity,
  input: { id: string },
): Promise<Result<{ done: true }, { code: 'session.not-found' }>> {
  const own = await listLiveSessions(prisma(), person.userId, now());
  if (!own.some(({ id }) => id === input.id)) return err({ code: 'session.not-found' });
  await revokeSession(prisma(), input.id, now());
  return ok({ done: true });
}
