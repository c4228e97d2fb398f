import 'server-only';
import type { Via } from '@/lib/domain/access/actor';
import type { Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { acceptInvitation, type InvitationWithWorkspace, lockInvitationBySecret } from '@/lib/store/invitations';
import { createMembership, readMember } from '@/lib/store/memberships';
import { invitationState } from './view';

export type UseInvitationError =
  | {
      code:
        | 'invitation.not-found'
        | 'invitation.used'
        | 'invitation.revoked'
        | 'invitation.other-person'
        | 'member.already';
    }
  | { code: 'invitation.expired'; detail: string };

/** The invitation behind a secret, its row locked, when it can still be used by this address. */
export async function claimInvitation(
  tx: Tx,
  secretHash: string,
  email: string,
  at: Date,
): Promise<Result<InvitationWithWorkspace, UseInvitationError>> {
  const invitation = await lockInvitationBySecret(tx, secretHash);
  if (!invitation) return err({ code: 'invitation.not-found' });
  const state = invitationState(invitation, at);
  if (state === 'accepted') return err({ code: 'invitation.used' });
  if (state === 'revoked') return err({ code: 'invitation.revoked' });
  if (state === 'expired') {
    return err({ code: 'invitation.expired', detail: `Ask ${invitation.inviter.name} for a new one` });
  }
  if (invitation.email !== null && invitation.email !== email) return err({ code: 'invitation.other-person' });
  return ok(invitation);
}

/** Makes a person a member by a claimed invitation, which nobody can use again. */
export async function joinBy(
  tx: Tx,
  invitation: InvitationWithWorkspace,
  person: { userId: string; via: Via },
  at: Date,
): Promise<Result<{ workspace: string }, UseInvitationError>> {
  const { workspaceId } = invitation;
  if (await readMember(tx, workspaceId, person.userId)) return err({ code: 'member.already' });
  const used = await acceptInvitation(tx, workspaceId, invitation.id, { at, userId: person.userId });
  if (!used) return err({ code: 'invitation.used' });
  await createMembership(tx, workspaceId, { userId: person.userId, role: invitation.role });
  await writeAudit(tx, workspaceId, {
    ...auditBy(person),
    action: 'member.join',
    subjectKind: 'member',
    subjectId: person.userId,
    detail: { invitationId: invitation.id, role: invitation.role },
  });
  return ok({ workspace: invitation.workspace.slug });
}
