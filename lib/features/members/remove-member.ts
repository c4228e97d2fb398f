import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { countAdmins, lockWorkspaceMembers, readMember, removeMembership } from '@/lib/store/memberships';
import { revokeTokensOf } from '@/lib/store/tokens';
import type { UpdateMemberError } from './update-member';

/** Takes a member out of the workspace with their teams and tokens; what they wrote stays. */
export async function removeMember(
  actor: Actor,
  input: { id: string },
): Promise<Result<{ done: true }, UpdateMemberError>> {
  const allowed = can(actor, 'member.remove');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    await lockWorkspaceMembers(tx, actor.workspaceId);
    const before = await readMember(tx, actor.workspaceId, input.id);
    if (!before) return err({ code: 'member.not-found' });
    if (before.role === 'admin' && (await countAdmins(tx, actor.workspaceId)) === 1) {
      return err({ code: 'member.last-admin', detail: `Make somebody else admin before you remove ${before.name}` });
    }
    await revokeTokensOf(tx, actor.workspaceId, input.id, now());
    await removeMembership(tx, actor.workspaceId, input.id);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'member.remove',
      subjectKind: 'member',
      subjectId: input.id,
      detail: { role: before.role, teams: before.teams.map(({ id }) => id) },
    });
    return ok({ done: true });
  });
}
