import 'server-only';
import type { InvitationView } from '@/lib/contracts/invitations';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listInvitations as listRows } from '@/lib/store/invitations';
import { invitationView } from './view';

/** The invitations of the workspace, newest first. */
export async function listInvitations(actor: Actor): Promise<Result<{ items: InvitationView[] }, AccessDenied>> {
  const allowed = can(actor, 'invitation.read');
  if (!allowed.ok) return allowed;
  const invitations = await listRows(prisma(), actor.workspaceId);
  return ok({ items: invitations.map((invitation) => invitationView(invitation, now())) });
}
