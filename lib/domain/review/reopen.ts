import { err, ok } from '../../kit/result';
import type { ChangeRequest } from './change-request';
import { type MoveContext, type MoveResult, mayEnd, statusWords, told, withStatus } from './move';

/** Makes a closed request a draft again; verdicts of what did not change since still stand. */
export function reopen(before: ChangeRequest, context: MoveContext): MoveResult {
  if (before.status !== 'closed') {
    const words = `#${before.number} is ${statusWords[before.status]}: only a closed change request is reopened.`;
    return err(before.status === 'merged' ? { code: 'review.finished', words } : { code: 'review.not-open', words });
  }
  if (!mayEnd(before, context.actor))
    return err({ code: 'review.not-allowed', words: 'Its contributors and approvers reopen a change request.' });
  return ok(
    withStatus(before, before, 'draft', context, [
      told(before, context, { type: 'change-request.reopened', words: 'reopened it' }),
    ]),
  );
}
