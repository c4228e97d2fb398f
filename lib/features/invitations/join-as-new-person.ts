import 'server-only';
import { normalEmail } from '@/lib/domain/access/email';
import { passwordFault } from '@/lib/domain/access/password';
import { hashPassword } from '@/lib/infra/auth/password';
import { hashSecret } from '@/lib/infra/auth/secrets';
import { openSession, sessionDays, sessionSetCookie } from '@/lib/infra/auth/session-cookie';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { createSession, revokeSession } from '@/lib/store/sessions';
import { createUser, readUserByEmail } from '@/lib/store/users';
import { claimInvitation, joinBy, type UseInvitationError } from './use-invitation';

export type JoinError =
  | UseInvitationError
  | { code: 'invitation.account-exists' }
  | { code: 'request.invalid'; errors: { path: string; message: string }[] };

export interface Joined {
  readonly userId: string;
  readonly workspace: string;
  readonly setCookie: string;
}

/** Creates an account by an invitation, signs it in and makes it a member, or nothing of it. */
export async function joinAsNewPerson(
  call: Call,
  input: { secret: string; name: string; email: string; password: string },
): Promise<Result<Joined, JoinError>> {
  const email = normalEmail(input.email);
  if (!email) return err(fault('email', 'Write the address in plain letters, like ana@example.com'));
  const secretHash = hashSecret(input.secret);
  // Hashing is dear, so a secret nobody gave out is refused before it.
  const open = await claimInvitation(prisma(), secretHash, email, now());
  if (!open.ok) return open;
  const weak = passwordFault(input.password, input);
  if (weak) return err(fault('password', weak));
  const passwordHash = await hashPassword(input.password);

  return inTransaction<Result<Joined, JoinError>>(async (tx) => {
    const at = now();
    const invitation = await claimInvitation(tx, secretHash, email, at);
    if (!invitation.ok) return invitation;
    if (await readUserByEmail(tx, email)) return err({ code: 'invitation.account-exists' });
    const userId = newId('us');
    const sessionId = newId('se');
    await createUser(tx, { id: userId, email, name: input.name, passwordHash, createdAt: at });
    const before = call.sessionCookie ? await openSession(call.sessionCookie) : undefined;
    if (before) await revokeSession(tx, before, at);
    const expiresAt = new Date(at.getTime() + sessionDays * 86_400_000);
    await createSession(tx, { id: sessionId, userId, createdAt: at, expiresAt, userAgent: call.userAgent ?? '' });
    const joined = await joinBy(tx, invitation.value, { userId, via: { kind: 'session', sessionId } }, at);
    // A fresh account that could not join would be a trace of a refused request.
    if (!joined.ok) throw new Error(`a new person could not join: ${joined.error.code}`);
    return ok({ userId, workspace: joined.value.workspace, setCookie: await sessionSetCookie(sessionId) });
  });
}

function fault(path: string, message: string) {
  return { code: 'request.invalid' as const, errors: [{ path, message }] };
}
