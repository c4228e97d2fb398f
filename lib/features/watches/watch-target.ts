import 'server-only';
import type { WatchState } from '@/lib/contracts/watches';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { parseTarget, targetText, type WatchLevel, type WatchTarget } from '@/lib/domain/watch/target';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { type Plan, readPlan } from '@/lib/store/plans';
import { countWatchers, countWatchesOf, readWatch, removeWatch, saveWatch } from '@/lib/store/watches';
import { resolveTarget, type TargetError } from './resolve-target';

type Failure = AccessDenied | TargetError | { readonly code: 'plan.not-found' };
export type WatchError =
  | Failure
  | { readonly code: 'watch.level-unusable'; readonly detail: string }
  | { readonly code: 'watch.too-many'; readonly detail: string };

/** Nobody reads more reasons than this, and each costs every release. */
const mostWatches = 2_000;

/** Watches an item, a value, a tag, whatever the target names, or the whole plan. Doing it again only sets the level. */
export async function watchTarget(
  actor: Actor,
  input: { plan: string; target: string; level: WatchLevel },
): Promise<Result<WatchState, WatchError>> {
  const allowed = can(actor, 'watch.create');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<WatchState, WatchError>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const target = await resolveTarget(tx, plan, input.target);
    if (!target.ok) return target;
    if (target.value.kind === 'request' && input.level !== 'none')
      return err({ code: 'watch.level-unusable', detail: 'A change request can only be muted: level none.' });
    if ((await countWatchesOf(tx, actor.workspaceId, plan.id, actor.userId)) >= mostWatches)
      return err({ code: 'watch.too-many', detail: `You watch ${mostWatches} things of this plan already.` });
    await saveWatch(tx, actor.workspaceId, {
      ...{ id: newId('wa'), planId: plan.id, userId: actor.userId, level: input.level, createdAt: now() },
      ...stored(target.value),
    });
    return ok(await stateOf(tx, actor, plan, target.value));
  });
}

/** Stops watching; fine when nobody was, and where the target is gone. */
export async function unwatchTarget(
  actor: Actor,
  input: { plan: string; target: string },
): Promise<Result<WatchState, Failure>> {
  const allowed = can(actor, 'watch.remove');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<WatchState, Failure>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const target = parseTarget(input.target, plan.id);
    const was = await removeWatch(tx, actor.workspaceId, { planId: plan.id, userId: actor.userId, ...stored(target) });
    if (was) return ok(await stateOf(tx, actor, plan, target));
    // A tag or a category may have been spelled in another way.
    const known = await resolveTarget(tx, plan, input.target);
    if (!known.ok) return known;
    await removeWatch(tx, actor.workspaceId, { planId: plan.id, userId: actor.userId, ...stored(known.value) });
    return ok(await stateOf(tx, actor, plan, known.value));
  });
}

/** How the actor watches a target now. */
export async function readTarget(
  actor: Actor,
  input: { plan: string; target: string },
): Promise<Result<WatchState, Failure>> {
  const allowed = can(actor, 'watch.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<WatchState, Failure>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const target = await resolveTarget(tx, plan, input.target);
    return target.ok ? ok(await stateOf(tx, actor, plan, target.value)) : target;
  });
}

function stored({ kind, id }: WatchTarget) {
  return { targetKind: kind, targetId: id };
}

async function stateOf(tx: Tx, actor: Actor, plan: Plan, target: WatchTarget): Promise<WatchState> {
  const { workspaceId, userId } = actor;
  const own = await readWatch(tx, workspaceId, { planId: plan.id, userId, ...stored(target) });
  return {
    targetId: target.id,
    target: targetText(target),
    watching: own !== undefined && own.level !== 'none',
    level: own?.level ?? null,
    watchers: await countWatchers(tx, workspaceId, plan.id, stored(target)),
  };
}
