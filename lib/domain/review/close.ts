import { err, ok } from '../../kit/result';
import type { ChangeRequest } from './change-request';
import { finishedError, type MoveContext, type MoveResult, mayEnd, told, withStatus } from './move';

/** Ends a request without merging it; nothing is lost, it can be reopened. */
export function close(before: ChangeRequest, input: { readonly reason: string }, context: MoveContext): MoveResult {
  const finished = finishedError(before);
  if (finished) return err(finished);
  if (!mayEnd(before, context.actor))
    return err({ code: 'review.not-allowed', words: 'Its contributors and approvers close a change request.' });
  const words = input.reason.trim() === '' ? 'closed it' : `closed it: ${input.reason}`;
  return ok(
    withStatus(before, before, 'closed', context, [
      told(before, context, { type: 'change-request.closed', reason: input.reason, words }),
    ]),
  );
}
