import 'server-only';
import type { AuditCheck } from '@/lib/contracts/audit';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { inTransaction } from '@/lib/infra/db/transaction';
import { ok, type Result } from '@/lib/kit/result';
import { findBrokenAudit, readAuditHead } from '@/lib/store/audit';

/** Computes every link of the workspace's record again, as of one moment. */
export async function checkAudit(actor: Actor): Promise<Result<AuditCheck, AccessDenied>> {
  const allowed = can(actor, 'audit.read');
  if (!allowed.ok) return allowed;
  return inTransaction(
    async (tx) => {
      const brokenAt = (await findBrokenAudit(tx, actor.workspaceId)) ?? null;
      return ok({ entries: await readAuditHead(tx, actor.workspaceId), brokenAt });
    },
    { isolation: 'RepeatableRead' },
  );
}
