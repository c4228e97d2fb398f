import 'server-only';
import type { InvitationView } from '@/lib/contracts/invitations';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { normalEmail } from '@/lib/domain/access/email';
import type { Role } from '@/lib/domain/access/roles';
import { hashSecret, newSecret } from '@/lib/infra/auth/secrets';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { env } from '@/lib/infra/env';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { createInvitation as createRow, readInvitation } from '@/lib/store/invitations';
import { readMemberByEmail } from '@/lib/store/memberships';
import { invitationView } from './view';

export type CreateInvitationError =
  | AccessDenied
  | { code: 'member.already' | 'invitation.not-found' }
  | { code: 'request.invalid'; errors: { path: string; message: string }[] };

/** Makes a link that turns its holder into a member. The link is in this answer and nowhere else. */
export async function createInvitation(
  actor: Actor,
  input: { role: Role; email: string | null; expiresInDays: number },
): Promise<Result<InvitationView & { link: string }, CreateInvitationError>> {
  const allowed = can(actor, 'invitation.create');
  if (!allowed.ok) return allowed;
  const email = input.email === null ? null : normalEmail(input.email);
  if (email === undefined) {
    const message = 'Write the address in plain letters, like ana@example.com';
    return err({ code: 'request.invalid', errors: [{ path: 'email', message }] });
  }
  const secret = newSecret('wmi_');
  const id = newId('iv');
  return inTransaction(async (tx) => {
    const at = now();
    if (email && (await readMemberByEmail(tx, actor.workspaceId, email))) return err({ code: 'member.already' });
    await createRow(tx, actor.workspaceId, {
      id,
      tokenHash: hashSecret(secret),
      email,
      role: input.role,
      inviterId: actor.userId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + input.expiresInDays * 86_400_000),
    });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'invitation.create',
      subjectKind: 'invitation',
      subjectId: id,
      detail: { role: input.role },
    });
    const invitation = await readInvitation(tx, actor.workspaceId, id);
    if (!invitation) return err({ code: 'invitation.not-found' });
    return ok({ ...invitationView(invitation, at), link: `${env().baseUrl}/join#${secret}` });
  });
}
