import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { weakerRole } from '@/lib/domain/access/roles';
import { prisma } from '@/lib/infra/db/client';
import type { Identity } from '@/lib/infra/http/call';
import { readStanding } from '@/lib/store/memberships';

/**
 * The person as a member of the workspace with this slug or id, with the role and teams of this moment; undefined for
 * a stranger, since a workspace that is not theirs does not exist for them. A token is capped by its maker's role.
 */
export async function actorIn(
  identity: Pick<Identity, 'userId' | 'via' | 'token'>,
  slugOrId: string,
): Promise<Actor | undefined> {
  const standing = await readStanding(prisma(), slugOrId, identity.userId);
  if (!standing) return undefined;
  if (identity.token && identity.token.workspaceId !== standing.workspaceId) return undefined;
  return {
    userId: identity.userId,
    workspaceId: standing.workspaceId,
    role: identity.token ? weakerRole(identity.token.role, standing.role) : standing.role,
    teamIds: standing.teamIds,
    via: identity.via,
  };
}
