import 'server-only';
import { normalEmail } from '@/lib/domain/access/email';
import { passwordFault } from '@/lib/domain/access/password';
import { freeSlug } from '@/lib/domain/access/slug';
import { hashPassword } from '@/lib/infra/auth/password';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { writeAudit } from '@/lib/store/audit';
import { foundWorkspace } from '@/lib/store/found-workspace';
import { createUser, hasPasswordUser, lockFirstUser, readUserByEmail } from '@/lib/store/users';
import { listTakenSlugs } from '@/lib/store/workspaces';
import { beginSession } from './begin-session';
import type { SignedIn } from './sign-in';

type FieldFault = { code: 'request.invalid'; errors: { path: string; message: string }[] };
export type FirstAdminError = { code: 'auth.already-set-up' } | FieldFault;

/** Whether the instance still waits for its first admin. People of a demo have no password and do not count. */
export async function needsFirstAdmin(): Promise<boolean> {
  return !(await hasPasswordUser(prisma()));
}

/** Creates the instance's first person, their workspace and their session; of two at once, one is told it is done. */
export async function signUpFirstAdmin(
  call: Call,
  input: { workspaceName: string; name: string; email: string; password: string },
): Promise<Result<SignedIn, FirstAdminError>> {
  if (!(await needsFirstAdmin())) return err({ code: 'auth.already-set-up' });
  const email = normalEmail(input.email);
  if (!email) return err(fault('email', 'Write the address in plain letters, like ana@example.com'));
  const weak = passwordFault(input.password, input);
  if (weak) return err(fault('password', weak));
  const passwordHash = await hashPassword(input.password);

  return inTransaction(async (tx) => {
    await lockFirstUser(tx);
    if (await hasPasswordUser(tx)) return err({ code: 'auth.already-set-up' });
    if (await readUserByEmail(tx, email)) return err(fault('email', 'This address is taken by a person of the demo'));
    const at = now();
    const slug = freeSlug(input.workspaceName, await listTakenSlugs(tx));
    const workspaceId = newId('ws');
    const userId = newId('us');
    await createUser(tx, { id: userId, email, name: input.name, passwordHash, createdAt: at });
    await foundWorkspace(tx, { id: workspaceId, slug, name: input.workspaceName, createdAt: at }, userId);
    const begun = await beginSession(tx, userId, call);
    await writeAudit(tx, workspaceId, {
      at,
      actorId: userId,
      via: `session:${begun.sessionId}`,
      action: 'workspace.create',
      subjectKind: 'workspace',
      subjectId: workspaceId,
      detail: { name: input.workspaceName, slug },
    });
    return ok({ ...begun, workspace: slug });
  });
}

function fault(path: string, message: string): FieldFault {
  return { code: 'request.invalid', errors: [{ path, message }] };
}
