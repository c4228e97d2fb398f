import 'server-only';
import type { Page } from '@/lib/contracts/common';
import type { ReleaseRow } from '@/lib/contracts/releases';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Significance } from '@/lib/domain/plan/significance';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlan } from '@/lib/store/plans';
import { listReleases as listRows } from '@/lib/store/releases';
import { releaseRow } from './release-row';

/** The releases of a plan, newest first. */
export async function listReleases(
  actor: Actor,
  input: {
    plan: string;
    limit: number;
    cursor?: string | undefined;
    significance?: Significance | undefined;
    item?: string | undefined;
  },
): Promise<Result<Page<ReleaseRow>, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'release.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const { limit, cursor, significance, item } = input;
  const page = await listRows(prisma(), actor.workspaceId, plan.id, { limit, cursor, significance, itemId: item });
  const owners = await readOwnerNames(prisma(), actor.workspaceId);
  return ok({ ...page, items: page.items.map((release) => releaseRow(release, owners)) });
}
