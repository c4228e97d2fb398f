import 'server-only';
import type { InvitationView } from '@/lib/contracts/invitations';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { lockInvitation, revokeInvitation as revokeRow } from '@/lib/store/invitations';
import { invitationState, invitationView } from './view';

export type RevokeInvitationError = AccessDenied | { code: 'invitation.not-found' | 'invitation.used' };

/** Takes a link back, so that nobody can use it any more. */
export async function revokeInvitation(
  actor: Actor,
  input: { id: string },
): Promise<Result<InvitationView, RevokeInvitationError>> {
  const allowed = can(actor, 'invitation.revoke');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const at = now();
    const invitation = await lockInvitation(tx, { workspaceId: actor.workspaceId, id: input.id });
    if (!invitation) return err({ code: 'invitation.not-found' });
    if (invitation.acceptedAt) return err({ code: 'invitation.used' });
    if (invitationState(invitation, at) === 'revoked') return ok(invitationView(invitation, at));
    await revokeRow(tx, actor.workspaceId, invitation.id, at);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'invitation.revoke',
      subjectKind: 'invitation',
      subjectId: invitation.id,
      detail: { role: invitation.role },
    });
    return ok(invitationView({ ...invitation, revokedAt: at }, at));
  });
}
