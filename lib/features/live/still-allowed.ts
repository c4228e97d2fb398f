import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { readStanding } from '@/lib/store/memberships';
import { readLiveSession } from '@/lib/store/sessions';
import { readToken } from '@/lib/store/tokens';

/** Whether somebody who was let in long ago would be let in now: a member still, and their session or token not ended. */
export async function stillAllowed(actor: Actor): Promise<boolean> {
  const standing = await readStanding(prisma(), actor.workspaceId, actor.userId);
  if (!standing) return false;
  const { via } = actor;
  if (via.kind === 'session') return (await readLiveSession(prisma(), via.sessionId, now())) !== undefined;
  const token = await readToken(prisma(), actor.workspaceId, via.tokenId);
  return token !== undefined && token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now());
}
