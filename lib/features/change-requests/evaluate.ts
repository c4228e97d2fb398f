import 'server-only';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import { emptySnapshot, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { type Assessment, assess, effectiveClaims, type World } from '@/lib/domain/review/assess';
import type { ChangeRequest } from '@/lib/domain/review/change-request';
import type { ItemChange } from '@/lib/domain/significance/classified';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import type { Tx } from '@/lib/infra/db/transaction';
import { loadSnapshot } from '@/lib/store/snapshot-cache';

/** A request against the state it is read against: the plan's head, or for a merged one the release before its own. */
export interface Evaluation extends Assessment {
  readonly before: Snapshot;
}

/** What a request does: an open one to the plan's head, a finished one to the plan it was merged into or closed on. */
export async function evaluate(tx: Tx, workspaceId: string, request: ChangeRequest, world: World): Promise<Evaluation> {
  if (request.status !== 'merged' || request.mergedRelease === null)
    return { before: world.head, ...assess(request, world) };
  const before = await loadSnapshot(tx, workspaceId, request.planId, request.mergedRelease - 1);
  const after = overlay(before.release === 0 ? emptySnapshot(request.planId) : before, request.changes);
  const itemChanges = classifyPlanDiff(before, after, diffPlans(before, after), effectiveClaims(request));
  const assessed = assess(request, { ...world, head: before });
  return { ...assessed, before, after, itemChanges, requirements: [] };
}

/** The changes that a request itself makes, apart from what they reach. */
export function ownChanges(itemChanges: readonly ItemChange[]): ItemChange[] {
  return itemChanges.filter((change) => change.operation !== 'affected');
}
