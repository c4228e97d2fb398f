import { type Excuses, type JudgedFinding, judged } from '../conventions/excuse';
import { lint } from '../conventions/lint';
import type { ConventionSettings } from '../conventions/settings';
import { diffPlans } from '../diff/diff-plans';
import type { Impact, Watcher } from '../impact/impact';
import { impactOf } from '../impact/impact-of';
import { type Breach, breachesOf } from '../plan/invariants';
import { referrers } from '../plan/references';
import { overlay, type Snapshot } from '../plan/snapshot';
import type { ItemChange } from '../significance/classified';
import { classifyPlanDiff } from '../significance/classify-plan-diff';
import { standingBlocks } from './approvals';
import { claimKey } from './change-digest';
import type { ChangeRequest, ChangeRequestStatus, StoredChange } from './change-request';
import { isFinished } from './change-request';
import type { ChecklistLine } from './checklist';
import type { People } from './people';
import type { Policy } from './policy';
import type { Requirement } from './requirement';
import { requirementsOf } from './requirements-of';

/** Everything a decision about a request depends on beside the request: the plan's head with its rules, the people, the day. */
export interface World {
  readonly head: Snapshot;
  /** Of the plan at its head, never of the request. */
  readonly policy: Policy;
  readonly people: People;
  readonly watchers: readonly Watcher[];
  readonly conventions: ConventionSettings;
  /** What contributors and reviewers tick on each request; absent, nothing. */
  readonly checklist?: readonly ChecklistLine[] | undefined;
  /** Who is away today, and who stands in. */
  readonly away?: ReadonlyMap<string, string> | undefined;
  /** What excuses findings of the conventions; absent, nothing does. */
  readonly excuses?: Excuses | undefined;
  /** `2026-03-31`. */
  readonly today: string;
  /** When a release was made; only where somebody watches by it. */
  readonly releasedAt?: ((release: number) => Date | undefined) | undefined;
}

/** A request as it stands: what it would make of the plan, what that means, and what is missing. */
export interface Assessment {
  /** The head with the changes applied. */
  readonly after: Snapshot;
  /** Changed and affected items, classified with the claims that nobody overturned. */
  readonly itemChanges: readonly ItemChange[];
  readonly impact: Impact;
  readonly movedItemIds: readonly string[];
  readonly breaches: readonly Breach[];
  readonly findings: readonly JudgedFinding[];
  readonly requirements: readonly Requirement[];
  /** The status that follows from the requirements. */
  readonly status: ChangeRequestStatus;
}

/** Nothing is excused. */
export const noExcuses: Excuses = { olderItemIds: new Set(), suppressions: [] };

/** Finds out all there is to know about a request, from the facts handed in and nothing else. */
export function assess(request: ChangeRequest, world: World): Assessment {
  const { head, policy, people } = world;
  const after = overlay(head, request.changes);
  const itemChanges = classifyPlanDiff(head, after, diffPlans(head, after), effectiveClaims(request));
  const impact = impactOf(head, itemChanges, world.watchers, world.today, {
    after,
    people,
    releasedAt: world.releasedAt,
  });
  const movedItemIds = movedUnder(request, head);
  const changed = new Set(request.changes.map((change) => change.itemId));
  const breaches = breachesOf(after, withReferrersOfRemoved(request, head, changed));
  const findings = judged(lint(after, world.conventions, changed), world.excuses ?? noExcuses, world.today);
  const requirements = requirementsOf(
    request,
    { head, itemChanges, impact, movedItemIds, breaches, findings },
    policy,
    people,
    world.checklist,
  );
  return {
    after,
    itemChanges,
    impact,
    movedItemIds,
    breaches,
    findings,
    requirements,
    status: statusOf(request, requirements),
  };
}

/** The status of a request: a draft and a finished one stay what they are, others follow from what is missing. */
export function statusOf(request: ChangeRequest, requirements: readonly Requirement[]): ChangeRequestStatus {
  if (isFinished(request) || request.status === 'draft') return request.status;
  if (standingBlocks(request).length > 0) return 'changes-requested';
  return requirements.every((requirement) => requirement.met) ? 'approved' : 'in-review';
}

/** The claims of a request that no reviewer overturned, as the classification names them. */
export function effectiveClaims(request: Pick<ChangeRequest, 'changes' | 'overturns'>): Set<string> {
  const overturned = new Set(request.overturns.map((one) => `${one.itemId} ${claimKey(one)}`));
  const keys = new Set<string>();
  for (const change of request.changes) {
    for (const claim of change.claims) {
      if (overturned.has(`${change.itemId} ${claimKey(claim)}`)) continue;
      keys.add([change.itemId, claim.field, claim.member, claim.part].filter((part) => part !== null).join(' '));
    }
  }
  return keys;
}

/** The items of a request that the plan has changed since the request was compared with it. */
export function movedUnder({ changes }: Pick<ChangeRequest, 'changes'>, head: Snapshot): string[] {
  return changes.filter((change) => isMoved(change, head)).map((change) => change.itemId);
}

function isMoved(change: StoredChange, head: Snapshot): boolean {
  const now = head.items.get(change.itemId);
  return change.base === null ? now !== undefined : now?.digest !== change.base.digest;
}

function withReferrersOfRemoved(request: ChangeRequest, head: Snapshot, changed: ReadonlySet<string>): Set<string> {
  const among = new Set(changed);
  for (const change of request.changes) {
    if (change.operation === 'remove') for (const id of referrers(head).get(change.itemId) ?? []) among.add(id);
  }
  return among;
}
