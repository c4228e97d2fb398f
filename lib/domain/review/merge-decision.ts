import { err, ok, type Result } from '../../kit/result';
import { includesRole } from '../access/roles';
import type { Impact } from '../impact/impact';
import { itemDigest } from '../plan/canonical-item';
import type { Item, ItemVersion } from '../plan/item';
import type { ItemChange } from '../significance/classified';
import { type Summary, summaryOf } from '../significance/summary-of';
import { approversByItem } from './approvals';
import { assess } from './assess';
import type { ChangeRequest } from './change-request';
import type { EmergencyRecord } from './emergency';
import type { ReviewEvent } from './event';
import { type MoveContext, type MoveError, notOpenError, told, withStatus } from './move';

/** A revision that the merge opens. */
export interface OpenedRevision {
  readonly changeId: string;
  readonly item: Item;
  readonly version: ItemVersion;
  /** `itemDigest` of the item. */
  readonly digest: string;
  /** The revision it takes the place of; `null` for a new item. */
  readonly replaces: string | null;
}

/** A revision that the merge closes without another one in its place. */
export interface ClosedItem {
  readonly changeId: string;
  readonly itemId: string;
  readonly revisionId: string;
}

/** Everything a merge writes; whoever stores it stores all of it in one transaction or nothing. */
export interface MergeDecision {
  readonly request: ChangeRequest;
  /** The number of the release it makes. */
  readonly release: number;
  readonly revisions: readonly OpenedRevision[];
  readonly closed: readonly ClosedItem[];
  readonly itemChanges: readonly ItemChange[];
  readonly impact: Impact;
  /** In counts and in words: "2 meanings change, 1 breaking for senders, 4 additive". */
  readonly summary: Summary;
  /** Whose approval carried each changed item: the record that somebody entitled read it. */
  readonly approvers: readonly { readonly itemId: string; readonly userIds: readonly string[] }[];
  /** Set when it goes without some of its requirements. */
  readonly emergency: EmergencyRecord | null;
  readonly events: readonly ReviewEvent[];
}

/** Decides a merge on the plan's head: what it writes, or every gate that is still shut; an emergency opens those it names. */
export function decideMerge(
  before: ChangeRequest,
  context: MoveContext,
  emergency: EmergencyRecord | null = null,
): Result<MergeDecision, MoveError> {
  const { actor, world } = context;
  const closed = notOpenError(before);
  if (closed) return err(closed);
  if (!includesRole(actor.role, 'contributor'))
    return err({ code: 'review.not-allowed', words: 'Merging needs the role of a contributor.' });
  const { itemChanges, impact, requirements } = assess(before, world);
  const passed = new Set(emergency?.passedBy.map((one) => one.key));
  const gates = requirements.filter((requirement) => !requirement.met && !passed.has(requirement.key));
  if (gates.length > 0) return err({ code: 'review.gates', words: gates.map((gate) => gate.words).join('; '), gates });

  const release = world.head.release + 1;
  const byItem = new Map(itemChanges.map((change) => [change.itemId, change]));
  const approvers = approversByItem(before, world.policy, world.people);
  const written = before.changes.filter((change) => byItem.get(change.itemId)?.differences.length);
  const revisions: OpenedRevision[] = [];
  const closedItems: ClosedItem[] = [];
  for (const change of written) {
    if (change.operation === 'remove') {
      closedItems.push({ changeId: change.id, itemId: change.itemId, revisionId: change.base.revisionId });
      continue;
    }
    const version = byItem.get(change.itemId)?.version ?? { major: 1, minor: 0, patch: 0 };
    revisions.push({
      changeId: change.id,
      item: change.item,
      version,
      digest: itemDigest(change.item),
      replaces: world.head.items.get(change.itemId)?.revisionId ?? null,
    });
  }
  const itemIds = written.map((change) => change.itemId);
  const after: ChangeRequest = { ...before, mergedRelease: release };
  const merged = told(after, context, {
    type: 'change-request.merged',
    release,
    itemIds,
    words: emergency ? `merged it in an emergency as release ${release}` : `merged it as release ${release}`,
  });
  const confirmed = emergency
    ? [
        told(after, context, {
          type: 'change-request.emergency-confirmed',
          emergencyId: emergency.id,
          askedBy: emergency.askedBy,
          reason: emergency.reason,
          passedBy: emergency.passedBy.map((one) => one.words),
          words: `confirmed the emergency merge: ${emergency.reason}`,
        }),
      ]
    : [];
  const moved = withStatus(before, after, 'merged', context, [...confirmed, merged]);
  return ok({
    request: moved.request,
    release,
    revisions,
    closed: closedItems,
    itemChanges,
    impact,
    summary: summaryOf(itemChanges),
    approvers: itemIds.map((itemId) => ({ itemId, userIds: [...(approvers.get(itemId)?.keys() ?? [])] })),
    emergency,
    events: moved.events,
  });
}
