import { err, ok } from '../../kit/result';
import { claimKey } from './change-digest';
import type { ChangeRequest, ClaimOverturn } from './change-request';
import { type MoveContext, type MoveResult, notOpenError, settle, told } from './move';
import { isContributor, mayReview } from './rights';

export interface OverturnInput {
  readonly itemId: string;
  readonly field: string;
  readonly member: string | null;
  readonly part: string | null;
}

/** Says that an edit which its author calls a clarification does change the meaning; for the rest of the request. */
export function overturnClaim(before: ChangeRequest, input: OverturnInput, context: MoveContext): MoveResult {
  const { actor, world } = context;
  const closed = notOpenError(before);
  if (closed) return err(closed);
  if (isContributor(before, actor.id))
    return err({
      code: 'review.own-change',
      words: 'You contributed to this change request: withdraw the claim instead.',
    });
  if (!mayReview(actor, world.head.items.get(input.itemId), world.policy)) {
    return err({
      code: 'review.not-entitled',
      words: 'Overturning a claim needs an approver or the owner of the item.',
      itemIds: [input.itemId],
    });
  }
  const claims = before.changes.find((change) => change.itemId === input.itemId)?.claims ?? [];
  if (!claims.some((claim) => claimKey(claim) === claimKey(input)))
    return err({ code: 'review.claim-missing', words: 'Nobody claims this to be a clarification.' });
  if (before.overturns.some((one) => one.itemId === input.itemId && claimKey(one) === claimKey(input)))
    return ok({ request: before, events: [] });
  const overturn: ClaimOverturn = {
    itemId: input.itemId,
    field: input.field,
    member: input.member,
    part: input.part,
    by: actor.id,
    at: context.at,
  };
  const after: ChangeRequest = { ...before, overturns: [...before.overturns, overturn] };
  const event = told(after, context, {
    type: 'change-request.claim-overturned',
    itemId: input.itemId,
    field: input.field,
    words: 'says that this changes the meaning',
  });
  return ok(settle(before, after, context, [event]));
}
