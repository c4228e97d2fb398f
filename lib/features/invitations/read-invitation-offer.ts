import 'server-only';
import type { InvitationOffer } from '@/lib/contracts/invitations';
import { hashSecret } from '@/lib/infra/auth/secrets';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readInvitationBySecret } from '@/lib/store/invitations';
import { invitationState } from './view';

/** What the holder of a link is offered, also when it is too late: then it says whom to ask. */
export async function readInvitationOffer(
  _call: unknown,
  input: { secret: string },
): Promise<Result<InvitationOffer, { code: 'invitation.not-found' }>> {
  const invitation = await readInvitationBySecret(prisma(), hashSecret(input.secret));
  if (!invitation) return err({ code: 'invitation.not-found' });
  return ok({
    workspace: { name: invitation.workspace.name, slug: invitation.workspace.slug },
    inviter: { name: invitation.inviter.name },
    role: invitation.role,
    email: invitation.email,
    state: invitationState(invitation, now()),
    expiresAt: invitation.expiresAt.toISOString(),
  });
}
