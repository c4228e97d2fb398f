import 'server-only';
import type { AccountView } from '@/lib/contracts/account';
import { prisma } from '@/lib/infra/db/client';
import type { Identity } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import { listWorkspacesOf } from '@/lib/store/memberships';
import { readUser } from '@/lib/store/users';

/** Who is signed in, and the workspaces they belong to; a token sees its own workspace only. */
export async function readAccount(
  person: Pick<Identity, 'userId' | 'token'>,
): Promise<Result<AccountView, { code: 'auth.required' }>> {
  const user = await readUser(prisma(), person.userId);
  if (!user) return err({ code: 'auth.required' });
  const all = await listWorkspacesOf(prisma(), user.id);
  const workspaces = person.token ? all.filter(({ id }) => id === person.token?.workspaceId) : all;
  return ok({ id: user.id, name: user.name, email: user.email, workspaces });
}
