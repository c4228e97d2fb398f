import 'server-only';
import type { ReviewSettingsView } from '@/lib/contracts/review-settings';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { includesRole } from '@/lib/domain/access/roles';
import { loosens, type ReviewSettings } from '@/lib/domain/review/checklist';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { readReviewSettings, saveReviewSettings } from '@/lib/store/review-settings';

type Failure = AccessDenied | { readonly code: 'plan.not-found' | 'plan.stale'; readonly detail?: string };

/**
 * Replaces the template and the checklist of a plan's requests. It happens under the plan's lock, as merges do; what a
 * required line asks is loosened by admins alone, or an approver could make way for a request of their own.
 */
export async function updateReviewSettings(
  actor: Actor,
  input: ReviewSettings & { plan: string; ifMatch: number },
): Promise<Result<ReviewSettingsView, Failure>> {
  const allowed = can(actor, 'review-settings.update');
  if (!allowed.ok) return allowed;
  const { plan: slug, ifMatch, ...settings } = input;
  return inTransaction<Result<ReviewSettingsView, Failure>>(async (tx) => {
    const found = await readPlan(tx, actor.workspaceId, slug);
    const plan = found && (await lockPlan(tx, actor.workspaceId, found.id));
    if (!plan) return err({ code: 'plan.not-found' });
    const { lockVersion, ...before } = await readReviewSettings(tx, actor.workspaceId, plan.id);
    if (loosens(before.checklist, settings.checklist) && !includesRole(actor.role, 'admin'))
      return err({
        code: 'access.denied',
        action: 'review-settings.update',
        needs: 'admin',
        detail: 'A required line is taken away or changed by an admin.',
      });
    if (lockVersion !== ifMatch || !(await saveReviewSettings(tx, actor.workspaceId, plan.id, ifMatch, settings)))
      return err({ code: 'plan.stale' });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'review-settings.update',
      subjectKind: 'plan',
      subjectId: plan.id,
      detail: { planId: plan.id, from: before, to: settings },
    });
    return ok({ ...settings, lockVersion: ifMatch + 1 });
  });
}
