import 'server-only';
import type { ReviewSettingsView } from '@/lib/contracts/review-settings';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { readReviewSettings as readStored } from '@/lib/store/review-settings';

/** How change requests of a plan begin and are seen through. */
export async function readReviewSettings(
  actor: Actor,
  input: { plan: string },
): Promise<Result<ReviewSettingsView, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'policy.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  return plan ? ok(await readStored(prisma(), actor.workspaceId, plan.id)) : err({ code: 'plan.not-found' });
}
