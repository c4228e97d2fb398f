import 'server-only';
import type { WatchState } from '@/lib/contracts/watches';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { readItemIdentity } from '@/lib/store/items';
import { readPlan } from '@/lib/store/plans';
import { countWatchers, removeWatch, saveWatch, type WatchLevel, type WatchTarget } from '@/lib/store/watches';

export type WatchError = AccessDenied | { readonly code: 'plan.not-found' | 'item.not-found' };

/** Watches an item, or the whole plan when `target` is `plan`. Doing it again only sets the level. */
export async function watchTarget(
  actor: Actor,
  input: { plan: string; target: string; level: WatchLevel },
): Promise<Result<WatchState, WatchError>> {
  const allowed = can(actor, 'watch.create');
  if (!allowed.ok) return allowed;
  return withTarget(actor, input, async (tx, planId, target) => {
    await saveWatch(tx, actor.workspaceId, {
      id: newId('wa'),
      planId,
      userId: actor.userId,
      ...target,
      level: input.level,
      createdAt: now(),
    });
    return input.level !== 'none';
  });
}

/** Stops watching; fine when nobody was. */
export async function unwatchTarget(
  actor: Actor,
  input: { plan: string; target: string },
): Promise<Result<WatchState, WatchError>> {
  const allowed = can(actor, 'watch.remove');
  if (!allowed.ok) return allowed;
  return withTarget(actor, input, async (tx, planId, target) => {
    await removeWatch(tx, actor.workspaceId, { planId, userId: actor.userId, ...target });
    return false;
  });
}

function withTarget(
  actor: Actor,
  input: { plan: string; target: string },
  write: (tx: Tx, planId: string, target: WatchTarget) => Promise<boolean>,
): Promise<Result<WatchState, WatchError>> {
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' as const });
    const isPlan = input.target === 'plan' || input.target === plan.id;
    if (!isPlan && (await readItemIdentity(tx, actor.workspaceId, input.target))?.planId !== plan.id)
      return err({ code: 'item.not-found' as const });
    const target: WatchTarget = isPlan
      ? { targetKind: 'plan', targetId: plan.id }
      : { targetKind: 'item', targetId: input.target };
    const watching = await write(tx, plan.id, target);
    return ok({
      targetId: target.targetId,
      watching,
      watchers: await countWatchers(tx, actor.workspaceId, plan.id, target),
    });
  });
}
