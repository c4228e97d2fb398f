import type { InvitationView } from '@/lib/contracts/invitations';
import type { Invitation } from '@/lib/store/invitations';

/** Whether a link can still be used, or what became of it. */
export function invitationState(
  invitation: Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  at: Date,
): InvitationView['state'] {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt.getTime() <= at.getTime() ? 'expired' : 'open';
}

/** An invitation as admins see it, without its secret. */
export function invitationView(invitation: Invitation, at: Date): InvitationView {
  return {
    id: invitation.id,
    email: invitation.email,
    role: invitation.role,
    inviter: { id: invitation.inviter.id, name: invitation.inviter.name },
    state: invitationState(invitation, at),
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  };
}
