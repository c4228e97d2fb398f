import 'server-only';
import { passwordFault } from '@/lib/domain/access/password';
import { hashPassword, verifyPassword } from '@/lib/infra/auth/password';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { Identity } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import { clearAttempts, countAttempt } from '@/lib/store/rate-limits';
import { revokeSessionsOf } from '@/lib/store/sessions';
import { readUser, savePassword } from '@/lib/store/users';
import { type BegunSession, beginSession } from './begin-session';

export type ChangePasswordError =
  | { code: 'request.invalid'; errors: { path: string; message: string }[] }
  | { code: 'auth.too-many-attempts'; retryAfterMs: number };

/** Sets a new password, ends every session of the person and begins a new one in this browser. */
export async function changePassword(
  person: Identity,
  input: { currentPassword: string; newPassword: string },
): Promise<Result<BegunSession & { done: true }, ChangePasswordError>> {
  const counter = `change-password:${person.userId}`;
  const tries = await countAttempt(prisma(), counter, 15 * 60_000, now());
  if (tries.count > 10) return err({ code: 'auth.too-many-attempts', retryAfterMs: tries.resetInMs });
  const user = await readUser(prisma(), person.userId);
  if (!user || !(await verifyPassword(user.passwordHash, input.currentPassword))) {
    return err(fault('currentPassword', 'This is not your present password'));
  }
  const weak = passwordFault(input.newPassword, user);
  if (weak) return err(fault('newPassword', weak));
  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(async (tx) => {
    await savePassword(tx, user.id, { passwordHash, at: now() });
    await revokeSessionsOf(tx, user.id, now());
    await clearAttempts(tx, counter);
    return ok({ ...(await beginSession(tx, user.id, person.call)), done: true as const });
  });
}

function fault(path: string, message: string): ChangePasswordError {
  return { code: 'request.invalid', errors: [{ path, message }] };
}
