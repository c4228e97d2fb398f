import { err, ok } from '../../kit/result';
import { standingVerdicts } from './approvals';
import type { ChangeRequest, VerdictLift } from './change-request';
import { finishedError, type MoveContext, type MoveResult, settle, told } from './move';

/** Takes one's own approval or request for changes back. */
export function withdrawVerdict(
  before: ChangeRequest,
  input: { readonly id: string; readonly verdictId: string },
  context: MoveContext,
): MoveResult {
  const finished = finishedError(before);
  if (finished) return err(finished);
  const verdict = standingVerdicts(before).find((one) => one.id === input.verdictId && one.kind !== 'comment');
  if (!verdict) return err({ code: 'review.verdict-missing', words: 'This verdict does not stand any more.' });
  if (verdict.reviewerId !== context.actor.id)
    return err({ code: 'review.not-allowed', words: 'Only its giver withdraws a verdict.' });
  const lift: VerdictLift = {
    id: input.id,
    verdictId: verdict.id,
    kind: 'withdrawn',
    by: context.actor.id,
    reason: '',
    at: context.at,
  };
  const after: ChangeRequest = { ...before, lifts: [...before.lifts, lift] };
  const words = verdict.kind === 'approve' ? 'withdrew the approval' : 'no longer asks for changes';
  return ok(
    settle(before, after, context, [
      told(after, context, { type: 'change-request.verdict-withdrawn', verdictId: verdict.id, words }),
    ]),
  );
}
