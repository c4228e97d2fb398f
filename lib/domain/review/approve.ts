import { grouped } from '../../kit/grouped';
import { err, ok } from '../../kit/result';
import { standingVerdicts } from './approvals';
import { coverOf, sameCover } from './change-digest';
import type { ChangeRequest, Cover, Verdict, VerdictLift } from './change-request';
import { itemsInWords, type MoveContext, type MoveResult, notOpenError, settle, told } from './move';
import { coverableBy, isContributor } from './rights';

export interface ApproveInput {
  /** Of the new verdict, and of the lifts of one's own earlier requests for changes. */
  readonly id: string;
  readonly newId: () => string;
  readonly body: string;
  /** The states that were read. */
  readonly covers: readonly Cover[];
}

/** Approves exactly the states that were read; what moved since is refused by name, and one's own standing block is lifted. */
export function approve(before: ChangeRequest, input: ApproveInput, context: MoveContext): MoveResult {
  const { actor, world } = context;
  const closed = notOpenError(before);
  if (closed) return err(closed);
  if (actor.role === 'viewer')
    return err({ code: 'review.viewer', words: 'A viewer’s approval does not count: ask an admin for another role.' });
  if (isContributor(before, actor.id))
    return err({
      code: 'review.own-change',
      words: 'You contributed to this change request, so your approval does not count.',
    });
  if (input.covers.length === 0)
    return err({ code: 'review.nothing-covered', words: 'Choose the changes that you approve.' });
  const current = new Map(before.changes.map((change) => [change.itemId, coverOf(change)]));
  const stale = input.covers.filter((cover) => {
    const now = current.get(cover.itemId);
    return !now || !sameCover(now, cover);
  });
  if (stale.length > 0) {
    const itemIds = stale.map((cover) => cover.itemId);
    return err({
      code: 'review.stale',
      words: `${itemsInWords(itemIds, before, world)} changed while you were reading.`,
      itemIds,
    });
  }
  const coverable = new Set(coverableBy(actor, before, world.head, world.policy).map((cover) => cover.itemId));
  const beyond = input.covers.filter((cover) => !coverable.has(cover.itemId)).map((cover) => cover.itemId);
  if (beyond.length > 0)
    return err({
      code: 'review.not-entitled',
      words: `Approving ${itemsInWords(beyond, before, world)} needs an approver or its owner.`,
      itemIds: beyond,
    });

  const covers = [...new Map(input.covers.map((cover) => [cover.itemId, current.get(cover.itemId) ?? cover])).values()];
  const verdict: Verdict = {
    id: input.id,
    reviewerId: actor.id,
    kind: 'approve',
    body: input.body,
    covers,
    at: context.at,
  };
  const lifts = standingVerdicts(before)
    .filter((one) => one.reviewerId === actor.id && one.kind === 'request-changes')
    .map(
      (one): VerdictLift => ({
        id: input.newId(),
        verdictId: one.id,
        kind: 'withdrawn',
        by: actor.id,
        reason: 'Approved',
        at: context.at,
      }),
    );
  const after: ChangeRequest = {
    ...before,
    verdicts: [...before.verdicts, verdict],
    lifts: [...before.lifts, ...lifts],
  };
  const words =
    covers.length === before.changes.length
      ? 'approved'
      : `approved ${grouped(covers.length)} of ${grouped(before.changes.length)} changes`;
  const events = [
    told(after, context, {
      type: 'change-request.approved',
      verdictId: verdict.id,
      itemIds: covers.map((cover) => cover.itemId),
      words,
    }),
    ...lifts.map((lift) =>
      told(after, context, {
        type: 'change-request.verdict-withdrawn',
        verdictId: lift.verdictId,
        words: 'no longer asks for changes',
      }),
    ),
  ];
  return ok(settle(before, after, context, events));
}
