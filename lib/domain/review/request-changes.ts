import { err, ok } from '../../kit/result';
import { standingVerdicts } from './approvals';
import { coverOf } from './change-digest';
import type { ChangeRequest, Verdict, VerdictLift } from './change-request';
import { type MoveContext, type MoveResult, notOpenError, settle, told } from './move';
import { isContributor } from './rights';

export interface RequestChangesInput {
  readonly id: string;
  readonly newId: () => string;
  /** What should change. */
  readonly body: string;
}

/** Blocks the request until its giver or an admin lifts it; the giver's own approvals end with it. */
export function requestChanges(before: ChangeRequest, input: RequestChangesInput, context: MoveContext): MoveResult {
  const { actor } = context;
  const closed = notOpenError(before);
  if (closed) return err(closed);
  if (actor.role === 'viewer')
    return err({ code: 'review.viewer', words: 'A viewer comments; asking for changes needs another role.' });
  if (isContributor(before, actor.id))
    return err({ code: 'review.own-change', words: 'You contributed to this change request: edit it instead.' });
  if (input.body.trim() === '') return err({ code: 'review.reason-missing', words: 'Say what should change.' });
  const covers = before.changes.map(coverOf);
  const verdict: Verdict = {
    id: input.id,
    reviewerId: actor.id,
    kind: 'request-changes',
    body: input.body,
    covers,
    at: context.at,
  };
  const lifts = standingVerdicts(before)
    .filter((one) => one.reviewerId === actor.id && one.kind !== 'comment')
    .map(
      (one): VerdictLift => ({
        id: input.newId(),
        verdictId: one.id,
        kind: 'withdrawn',
        by: actor.id,
        reason: 'Asked for changes',
        at: context.at,
      }),
    );
  const after: ChangeRequest = {
    ...before,
    verdicts: [...before.verdicts, verdict],
    lifts: [...before.lifts, ...lifts],
  };
  const event = told(after, context, {
    type: 'change-request.changes-requested',
    verdictId: verdict.id,
    itemIds: covers.map((cover) => cover.itemId),
    words: 'asked for changes',
  });
  return ok(settle(before, after, context, [event]));
}
