import 'server-only';
import type { TokenView } from '@/lib/contracts/tokens';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readToken, revokeToken as revokeRow } from '@/lib/store/tokens';
import { tokenView } from './view';

/** Ends a token at once: one's own, or for an admin anybody's. Another's token does not exist for others. */
export async function revokeToken(
  actor: Actor,
  input: { id: string },
): Promise<Result<TokenView, AccessDenied | { code: 'token.not-found' }>> {
  const allowed = can(actor, 'token.revoke');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const token = await readToken(tx, actor.workspaceId, input.id);
    if (!token) return err({ code: 'token.not-found' });
    if (token.createdBy.id !== actor.userId && !can(actor, 'token.manage').ok) return err({ code: 'token.not-found' });
    if (token.revokedAt) return ok(tokenView(token));
    const at = now();
    await revokeRow(tx, actor.workspaceId, token.id, at);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'token.revoke',
      subjectKind: 'token',
      subjectId: token.id,
      detail: { name: token.name },
    });
    return ok(tokenView({ ...token, revokedAt: at }));
  });
}
