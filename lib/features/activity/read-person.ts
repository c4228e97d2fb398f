import 'server-only';
import type { PersonView } from '@/lib/contracts/activity';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { hasActed } from '@/lib/store/activity';
import { readMember } from '@/lib/store/memberships';
import { readNames } from '@/lib/store/users';

/** A person of the workspace: a member, or one who has left and whose work stays. Somebody of elsewhere is not found. */
export async function readPerson(
  actor: Actor,
  { id }: { id: string },
): Promise<Result<PersonView, AccessDenied | { readonly code: 'member.not-found' }>> {
  const allowed = can(actor, 'member.read');
  if (!allowed.ok) return allowed;
  const isYou = id === actor.userId;
  const member = await readMember(prisma(), actor.workspaceId, id);
  if (member) {
    const { name, role, teams } = member;
    return ok({ id, name, role, teams: [...teams], isYou });
  }
  const name = (await hasActed(prisma(), actor.workspaceId, id))
    ? (await readNames(prisma(), [id])).get(id)
    : undefined;
  return name === undefined ? err({ code: 'member.not-found' }) : ok({ id, name, role: null, teams: [], isYou });
}
