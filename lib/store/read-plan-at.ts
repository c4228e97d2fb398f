import 'server-only';
import type { Snapshot } from '../domain/plan/snapshot';
import type { Tx } from '../infra/db/transaction';
import { err, ok, type Result } from '../kit/result';
import { type Plan, readPlan } from './plans';
import { findReleaseAt, readReleasedAt } from './releases';
import { loadSnapshot } from './snapshot-cache';

/** A plan with all its items as it stood at a release. */
export interface PlanAt {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

export type PlanAtError =
  | { readonly code: 'plan.not-found' }
  | { readonly code: 'release.not-found'; readonly detail: string };

/** What must be known of a plan to find a moment of it. */
export type PlanRef = Pick<Plan, 'id' | 'workspaceId' | 'headRelease'>;

/** A release number, a day (its end, UTC) or a moment; absent is the head. */
export type At = number | string | undefined;

/** The plan with this slug or id, at a release, a day or now. Days before the first release give the empty plan. */
export async function readPlanAt(
  tx: Tx,
  workspaceId: string,
  slugOrId: string,
  at: At,
): Promise<Result<PlanAt, PlanAtError>> {
  const found = await findPlanAt(tx, workspaceId, slugOrId, at);
  if (!found.ok) return found;
  const { plan, release } = found.value;
  return ok({ plan, snapshot: await loadSnapshot(tx, workspaceId, plan.id, release) });
}

/** The same without its items: which release it is about. */
export async function findPlanAt(
  tx: Tx,
  workspaceId: string,
  slugOrId: string,
  at: At,
): Promise<Result<{ readonly plan: Plan; readonly release: number }, PlanAtError>> {
  const plan = await readPlan(tx, workspaceId, slugOrId);
  if (!plan) return err({ code: 'plan.not-found' });
  const release = await releaseAt(tx, plan, at);
  if (release > plan.headRelease) {
    return err({
      code: 'release.not-found',
      detail: `The plan has ${plan.headRelease} releases, and none numbered ${release}`,
    });
  }
  return ok({ plan, release });
}

/**
 * The moment of a state of a plan, for what stands beside its items and belongs to no release: when the release was made,
 * or that of the date; undefined is today.
 */
export async function momentAsOf(tx: Tx, plan: PlanRef, at: At): Promise<Date | undefined> {
  if (at === undefined || at === plan.headRelease) return undefined;
  if (typeof at === 'string') return momentOf(at);
  return (await readReleasedAt(tx, plan.workspaceId, plan.id, at)) ?? new Date(0);
}

/** The moment that a day or a moment in an address means: the end of the day, UTC. */
function momentOf(at: string): Date {
  return new Date(at.length === 10 ? `${at}T23:59:59.999Z` : at);
}

async function releaseAt(tx: Tx, plan: Plan, at: At): Promise<number> {
  if (at === undefined) return plan.headRelease;
  if (typeof at === 'number') return at;
  return findReleaseAt(tx, plan.workspaceId, plan.id, momentOf(at));
}
