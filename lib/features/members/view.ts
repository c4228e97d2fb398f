import type { MemberView } from '@/lib/contracts/members';
import type { Actor } from '@/lib/domain/access/actor';
import type { Member } from '@/lib/store/memberships';

/** A member as the reader may see them. */
export function memberView(member: Member, reader: Actor): MemberView {
  const isYou = member.userId === reader.userId;
  return {
    id: member.userId,
    name: member.name,
    email: isYou || reader.role === 'admin' ? member.email : null,
    role: member.role,
    teams: member.teams.map(({ id, name }) => ({ id, name })),
    joinedAt: member.createdAt.toISOString(),
    isYou,
  };
}
