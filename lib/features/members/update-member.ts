import 'server-only';
import type { MemberView } from '@/lib/contracts/members';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Role } from '@/lib/domain/access/roles';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { countAdmins, lockWorkspaceMembers, readMember, saveRole } from '@/lib/store/memberships';
import { memberView } from './view';

export type UpdateMemberError = AccessDenied | { code: 'member.not-found' | 'member.last-admin'; detail?: string };

/** Gives a member another role, from their next request on. The last admin stays one. */
export async function updateMember(
  actor: Actor,
  input: { id: string; role: Role },
): Promise<Result<MemberView, UpdateMemberError>> {
  const allowed = can(actor, 'member.update');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    await lockWorkspaceMembers(tx, actor.workspaceId);
    const before = await readMember(tx, actor.workspaceId, input.id);
    if (!before) return err({ code: 'member.not-found' });
    if (before.role === input.role) return ok(memberView(before, actor));
    if (before.role === 'admin' && (await countAdmins(tx, actor.workspaceId)) === 1) {
      return err({ code: 'member.last-admin', detail: `Make somebody else admin before you change ${before.name}` });
    }
    await saveRole(tx, actor.workspaceId, input.id, input.role);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'member.update',
      subjectKind: 'member',
      subjectId: input.id,
      detail: { before: before.role, after: input.role },
    });
    return ok(memberView({ ...before, role: input.role }, actor));
  });
}
