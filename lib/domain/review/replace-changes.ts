import { diffPlans } from '../diff/diff-plans';
import { canonicalItem } from '../plan/canonical-item';
import type { Change } from '../plan/change';
import { overlay, type Snapshot } from '../plan/snapshot';
import { classifyPlanDiff } from '../significance/classify-plan-diff';
import { countingStates, coverKey, standingVerdicts } from './approvals';
import { changeDigest, claimKey, coverOf, sameCover } from './change-digest';
import type { ChangeRequest, Claim, StoredChange } from './change-request';
import type { ReviewEvent } from './event';
import { itemsInWords, type MoveContext, told, withContributor } from './move';
import { standingClaims } from './standing-claims';

/** A change as it is to be, with its claims; `claims` absent leaves those that still vouch for what it says. */
export interface ChangeEdit {
  /** Of the stored change, should it be a new one. */
  readonly id: string;
  readonly change: Change;
  readonly claims?: readonly Claim[];
}

export interface Replaced {
  readonly request: ChangeRequest;
  /** Items whose change really is another one now. */
  readonly itemIds: readonly string[];
  readonly droppedItemIds: readonly string[];
}

/**
 * The request with changes put in and dropped. Its digests follow, whoever did it is a contributor for good, and a
 * change that only has other wording remembers what it was, for policies that let approvals of it stand.
 */
export function replaceChanges(
  before: ChangeRequest,
  edits: readonly ChangeEdit[],
  drop: ReadonlySet<string>,
  actorId: string,
  head: Snapshot,
): Replaced {
  const kept = new Map(
    before.changes.filter((change) => !drop.has(change.itemId)).map((change) => [change.itemId, change]),
  );
  const wording = wordingEdits(before, edits, head);
  const itemIds: string[] = [];
  for (const { id, change, claims } of edits) {
    const old = kept.get(change.itemId);
    const item = change.operation === 'remove' ? null : canonicalItem(change.item);
    const standing = old ? standingClaims(old, item, head.items.get(change.itemId), actorId) : [];
    const says = uniqueClaims(claims ?? standing);
    const next = {
      ...change,
      item,
      id: old?.id ?? id,
      digest: changeDigest(item, says),
      claims: says,
      editedBy: withContributor(old?.editedBy ?? [], actorId),
      wordingOf: [],
    } as unknown as StoredChange;
    if (
      old &&
      old.operation === next.operation &&
      sameCover(coverOf(old), coverOf(next)) &&
      old.base?.revisionId === next.base?.revisionId
    )
      continue;
    const onlyWording = old !== undefined && wording.has(change.itemId) && sameClaims(old.claims, says);
    kept.set(change.itemId, onlyWording ? { ...next, wordingOf: [...old.wordingOf, coverOf(old)] } : next);
    itemIds.push(change.itemId);
  }
  const droppedItemIds = before.changes.filter((change) => drop.has(change.itemId)).map((change) => change.itemId);
  const touched = itemIds.length > 0 || droppedItemIds.length > 0;
  const contributors = touched ? withContributor(before.contributors, actorId) : before.contributors;
  return { request: { ...before, changes: [...kept.values()], contributors }, itemIds, droppedItemIds };
}

/** One event for each approval that covered an edited item and does not cover it as it is now; its words are for the giver. */
export function voidedApprovals(before: ChangeRequest, after: ChangeRequest, context: MoveContext): ReviewEvent[] {
  const { world } = context;
  const was = new Map(before.changes.map((change) => [change.itemId, new Set(countingStates(change, world.policy))]));
  const now = new Map(after.changes.map((change) => [change.itemId, new Set(countingStates(change, world.policy))]));
  return standingVerdicts(before).flatMap((verdict) => {
    if (verdict.kind !== 'approve') return [];
    const itemIds = verdict.covers
      .filter(
        (cover) => was.get(cover.itemId)?.has(coverKey(cover)) && now.get(cover.itemId)?.has(coverKey(cover)) === false,
      )
      .map((cover) => cover.itemId);
    if (itemIds.length === 0) return [];
    const names = itemsInWords(itemIds, after, world);
    const words = `Your approval of ${names} no longer counts: ${itemIds.length === 1 ? 'it was' : 'they were'} edited after you read ${itemIds.length === 1 ? 'it' : 'them'}.`;
    return [
      told(after, context, {
        type: 'change-request.approval-voided',
        verdictId: verdict.id,
        reviewerId: verdict.reviewerId,
        itemIds,
        words,
      }),
    ];
  });
}

/** Items whose edit, compared with what the request said before, is wording and nothing else; claims are not believed here. */
function wordingEdits(before: ChangeRequest, edits: readonly ChangeEdit[], head: Snapshot): Set<string> {
  const changes = edits.map((edit) => edit.change);
  const said = overlay(head, before.changes);
  const says = overlay(said, changes);
  const itemChanges = classifyPlanDiff(said, says, diffPlans(said, says));
  return new Set(itemChanges.filter((change) => change.own === 'editorial').map((change) => change.itemId));
}

function uniqueClaims(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()];
}

function sameClaims(a: readonly Claim[], b: readonly Claim[]): boolean {
  return a.map(claimKey).sort().join() === b.map(claimKey).sort().join();
}
