import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { listPeople } from '@/lib/store/memberships';

/** The names of the workspace's admins: whom to ask for more rights. */
export async function listAdminNames(actor: Actor): Promise<string[]> {
  if (!can(actor, 'member.read').ok) return [];
  const people = await listPeople(prisma(), actor.workspaceId);
  return people.filter(({ role }) => role === 'admin').map(({ name }) => name);
}
