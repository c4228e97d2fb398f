import 'server-only';
import type { ReleaseView } from '@/lib/contracts/releases';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlan } from '@/lib/store/plans';
import { readRelease as readRow } from '@/lib/store/releases';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { comparisonOf } from './comparison';
import { releaseRow } from './release-row';

type Failure = AccessDenied | { code: 'plan.not-found' } | { code: 'release.not-found' };

/** A release with what it changed, in words. */
export async function readRelease(
  actor: Actor,
  input: { plan: string; number: number },
): Promise<Result<ReleaseView, Failure>> {
  const allowed = can(actor, 'release.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const plan = await readPlan(tx, actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const release = await readRow(tx, actor.workspaceId, plan.id, input.number);
  if (!release) return err({ code: 'release.not-found' });
  const before = await loadSnapshot(tx, actor.workspaceId, plan.id, input.number - 1);
  const after = await loadSnapshot(tx, actor.workspaceId, plan.id, input.number);
  const owners = await readOwnerNames(tx, actor.workspaceId);
  return ok({
    release: releaseRow(release, owners),
    headRelease: plan.headRelease,
    comparison: comparisonOf(before, after, owners),
  });
}
