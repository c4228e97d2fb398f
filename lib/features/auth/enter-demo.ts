import 'server-only';
import type { Role } from '@/lib/domain/access/roles';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { env } from '@/lib/infra/env';
import type { Call } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import { listDemoMembers } from '@/lib/store/memberships';
import { beginSession } from './begin-session';
import type { SignedIn } from './sign-in';

/** A person of the demo workspace, to look around as. */
export interface DemoPerson {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly workspace: { readonly slug: string; readonly name: string };
}

/** The people anybody may enter as: only on a loopback demo instance, and only those of a demo workspace. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  return env().demo ? listDemoMembers(prisma()) : [];
}

/** Signs in as a person of the demo with one click. */
export async function enterDemo(
  call: Call,
  input: { userId: string },
): Promise<Result<SignedIn, { code: 'auth.demo-unavailable' }>> {
  const person = (await listDemoPeople()).find(({ userId }) => userId === input.userId);
  if (!person) return err({ code: 'auth.demo-unavailable' });
  return inTransaction(async (tx) =>
    ok({ ...(await beginSession(tx, person.userId, call)), workspace: person.workspace.slug }),
  );
}
