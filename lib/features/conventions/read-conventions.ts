import 'server-only';
import type { ConventionsView } from '@/lib/contracts/conventions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';

/** How names and definitions of a plan are to be written. */
export async function readConventions(
  actor: Actor,
  input: { plan: string },
): Promise<Result<ConventionsView, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'conventions.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  return ok({
    conventions: plan.conventions ?? defaultConventions,
    readable: plan.conventions !== undefined,
    lockVersion: plan.lockVersion,
  });
}
