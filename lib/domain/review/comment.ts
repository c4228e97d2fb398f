import { err, ok } from '../../kit/result';
import type { ChangeRequest, Verdict } from './change-request';
import { type MoveContext, type MoveResult, told } from './move';

/** Says something about the whole request that neither approves nor blocks; open to everybody, in every state. */
export function comment(
  before: ChangeRequest,
  input: {
    readonly id: string;
    readonly body: string;
    /** How many comments in discussions go out with it; they can say it all. */
    readonly sends?: number;
  },
  context: MoveContext,
): MoveResult {
  const sends = input.sends ?? 0;
  if (input.body.trim() === '' && sends === 0)
    return err({ code: 'review.reason-missing', words: 'Write something first.' });
  const verdict: Verdict = {
    id: input.id,
    reviewerId: context.actor.id,
    kind: 'comment',
    body: input.body,
    covers: [],
    at: context.at,
  };
  const after: ChangeRequest = { ...before, verdicts: [...before.verdicts, verdict] };
  return ok({
    request: after,
    events: [
      told(after, context, {
        type: 'change-request.commented',
        verdictId: verdict.id,
        words: sends > 1 ? `commented in ${sends} places` : 'commented',
      }),
    ],
  });
}
