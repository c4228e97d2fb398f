import 'server-only';
import type { CreatedTokenView } from '@/lib/contracts/tokens';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Scope } from '@/lib/domain/access/scopes';
import { hashSecret, newSecret } from '@/lib/infra/auth/secrets';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { createToken as createRow, readToken } from '@/lib/store/tokens';
import { tokenView } from './view';

/** Makes a token that acts for its maker with at most their present role. The secret is in this answer and nowhere else. */
export async function createToken(
  actor: Actor,
  input: { name: string; scopes: Scope[]; expiresInDays: number | null },
): Promise<Result<CreatedTokenView, AccessDenied | { code: 'token.not-found' }>> {
  const allowed = can(actor, 'token.create');
  if (!allowed.ok) return allowed;
  const secret = newSecret('wmk_');
  const id = newId('tk');
  return inTransaction(async (tx) => {
    const at = now();
    const scopes = [...new Set(input.scopes)];
    await createRow(tx, actor.workspaceId, {
      id,
      name: input.name,
      hash: hashSecret(secret),
      prefix: secret.slice(0, 10),
      scopes,
      role: actor.role,
      createdById: actor.userId,
      createdAt: at,
      expiresAt: input.expiresInDays === null ? null : new Date(at.getTime() + input.expiresInDays * 86_400_000),
    });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'token.create',
      subjectKind: 'token',
      subjectId: id,
      detail: { name: input.name, scopes, role: actor.role },
    });
    const token = await readToken(tx, actor.workspaceId, id);
    return token ? ok({ ...tokenView(token), secret }) : err({ code: 'token.not-found' });
  });
}
