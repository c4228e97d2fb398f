import 'server-only';
import type { AccountView } from '@/lib/contracts/account';
import { prisma } from '@/lib/infra/db/client';
import type { Identity } from '@/lib/infra/http/call';
import type { Result } from '@/lib/kit/result';
import { saveUserName } from '@/lib/store/users';
import { readAccount } from './read-account';

/** Changes the name under which a person's work is shown. */
export async function renameMyself(
  person: Identity,
  input: { name: string },
): Promise<Result<AccountView, { code: 'auth.required' }>> {
  await saveUserName(prisma(), person.userId, input.name);
  return readAccount(person);
}
