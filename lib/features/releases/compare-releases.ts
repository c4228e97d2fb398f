import 'server-only';
import type { Comparison } from '@/lib/contracts/releases';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { comparisonOf } from './comparison';

type Failure = AccessDenied | { code: 'plan.not-found' } | { code: 'release.not-found'; detail: string };

/** What lies between two releases of a plan, in either direction; 0 is the empty plan. */
export async function compareReleases(
  actor: Actor,
  input: { plan: string; from: number; to: number },
): Promise<Result<Comparison, Failure>> {
  const allowed = can(actor, 'release.compare');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const plan = await readPlan(tx, actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const missing = [input.from, input.to].find((number) => number > plan.headRelease);
  if (missing !== undefined)
    return err({
      code: 'release.not-found',
      detail: `The plan has ${plan.headRelease} releases, and none numbered ${missing}`,
    });
  const before = await loadSnapshot(tx, actor.workspaceId, plan.id, input.from);
  const after = await loadSnapshot(tx, actor.workspaceId, plan.id, input.to);
  return ok(comparisonOf(before, after, await readOwnerNames(tx, actor.workspaceId)));
}
