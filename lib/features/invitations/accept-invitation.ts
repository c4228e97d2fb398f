import 'server-only';
import { hashSecret } from '@/lib/infra/auth/secrets';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { Identity } from '@/lib/infra/http/call';
import { err, type Result } from '@/lib/kit/result';
import { readUser } from '@/lib/store/users';
import { claimInvitation, joinBy, type UseInvitationError } from './use-invitation';

/** Joins a workspace as the person who is signed in. */
export async function acceptInvitation(
  person: Identity,
  input: { secret: string },
): Promise<Result<{ workspace: string }, UseInvitationError>> {
  return inTransaction(async (tx) => {
    const at = now();
    const user = await readUser(tx, person.userId);
    if (!user) return err({ code: 'invitation.not-found' });
    const invitation = await claimInvitation(tx, hashSecret(input.secret), user.email, at);
    return invitation.ok ? joinBy(tx, invitation.value, person, at) : invitation;
  });
}
