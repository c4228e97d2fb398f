import 'server-only';
import { normalEmail } from '@/lib/domain/access/email';
import { verifyPassword } from '@/lib/infra/auth/password';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { digestOf } from '@/lib/kit/digest';
import { err, ok, type Result } from '@/lib/kit/result';
import { listWorkspacesOf } from '@/lib/store/memberships';
import { clearAttempts, countAttempt } from '@/lib/store/rate-limits';
import { readUserByEmail } from '@/lib/store/users';
import { type BegunSession, beginSession } from './begin-session';

const windowMs = 15 * 60_000;
const perAccount = 10;
const perAddress = 60;

export type SignInError =
  | { readonly code: 'auth.wrong-credentials'; readonly detail: string }
  | { readonly code: 'auth.too-many-attempts'; readonly detail: string; readonly retryAfterMs: number };

/** A sign-in that succeeded, and the workspace to land in when no address was wanted. */
export interface SignedIn extends BegunSession {
  readonly workspace: string | null;
}

const wrong = {
  code: 'auth.wrong-credentials',
  detail: 'E-mail or password is wrong. Check both and try again.',
} as const;

/**
 * Signs a person in by password. Attempts are counted before the password is looked at, per address and per account,
 * and an unknown address takes as long as a wrong password and is answered alike.
 */
export async function signIn(
  call: Call,
  input: { email: string; password: string },
): Promise<Result<SignedIn, SignInError>> {
  const email = normalEmail(input.email);
  const account = `sign-in:${digestOf(email ?? input.email.toLowerCase())}`;
  const waitMs = await attempt(account, call.address);
  if (waitMs > 0) {
    const minutes = Math.ceil(waitMs / 60_000);
    return err({
      code: 'auth.too-many-attempts',
      detail: `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      retryAfterMs: waitMs,
    });
  }
  const user = email ? await readUserByEmail(prisma(), email) : undefined;
  const same = await verifyPassword(user?.passwordHash, input.password);
  if (!same || !user || user.deactivatedAt) return err(wrong);
  return inTransaction(async (tx) => {
    await clearAttempts(tx, account);
    const begun = await beginSession(tx, user.id, call);
    const [first] = await listWorkspacesOf(tx, user.id);
    return ok({ ...begun, workspace: first?.slug ?? null });
  });
}

async function attempt(account: string, address: string): Promise<number> {
  const own = await countAttempt(prisma(), account, windowMs, now());
  if (own.count > perAccount) return own.resetInMs;
  if (address === 'direct') return 0;
  const from = await countAttempt(prisma(), `sign-in-from:${digestOf(address)}`, windowMs, now());
  return from.count > perAddress ? from.resetInMs : 0;
}
