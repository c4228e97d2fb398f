import 'server-only';
import type { WatchView } from '@/lib/contracts/watches';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listPlans } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listWatches as listRows } from '@/lib/store/watches';

/** What the actor watches in the workspace, newest first. */
export async function listWatches(
  actor: Actor,
): Promise<Result<{ items: WatchView[]; nextCursor: null; total: number }, AccessDenied>> {
  const allowed = can(actor, 'watch.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const watches = await listRows(tx, actor.workspaceId, actor.userId);
  const plans = new Map((await listPlans(tx, actor.workspaceId, { archived: true })).map((plan) => [plan.id, plan]));
  const items: WatchView[] = [];
  for (const watch of watches) {
    const plan = plans.get(watch.planId);
    if (!plan) continue;
    const snapshot = await loadSnapshot(tx, actor.workspaceId, plan.id, plan.headRelease);
    const item = watch.targetKind === 'item' ? snapshot.items.get(watch.targetId) : undefined;
    const { targetKind, targetId, level, createdAt } = watch;
    items.push({
      targetKind,
      targetId,
      level,
      planSlug: plan.slug,
      item: item ? mentionOf(item) : null,
      createdAt: createdAt.toISOString(),
    });
  }
  return ok({ items, nextCursor: null, total: items.length });
}
