import 'server-only';
import type { ShareLinkView } from '@/lib/contracts/share-links';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan } from '@/lib/store/plans';
import { readShareLink, revokeShareLink as revokeRow } from '@/lib/store/share-links';
import { shareLinkView } from './view';

/** Ends a share link at once, whoever made it. */
export async function revokeShareLink(
  actor: Actor,
  input: { plan: string; id: string },
): Promise<Result<ShareLinkView, AccessDenied | { code: 'plan.not-found' | 'share-link.not-found' }>> {
  const allowed = can(actor, 'share-link.revoke');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const link = await readShareLink(tx, actor.workspaceId, plan.id, input.id);
    if (!link) return err({ code: 'share-link.not-found' });
    const at = now();
    if (link.revokedAt) return ok(shareLinkView(link, at));
    await revokeRow(tx, actor.workspaceId, link.id, at);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'share-link.revoke',
      subjectKind: 'share-link',
      subjectId: link.id,
      detail: { name: link.name, planId: plan.id },
    });
    return ok(shareLinkView({ ...link, revokedAt: at }, at));
  });
}
