import { err, ok } from '../../kit/result';
import { standingVerdicts } from './approvals';
import type { ChangeRequest, VerdictLift } from './change-request';
import { finishedError, type MoveContext, type MoveResult, settle, told } from './move';
import { personName } from './people';
import { dismisserWords, mayDismiss } from './policy';
import { isContributor } from './rights';

export interface DismissInput {
  readonly id: string;
  readonly verdictId: string;
  readonly reason: string;
}

/** Lifts somebody else's block or approval: somebody whom the policy names and who had no hand in the request, with a reason that everybody reads. */
export function dismissVerdict(before: ChangeRequest, input: DismissInput, context: MoveContext): MoveResult {
  const { actor } = context;
  const finished = finishedError(before);
  if (finished) return err(finished);
  const verdict = standingVerdicts(before).find((one) => one.id === input.verdictId && one.kind !== 'comment');
  if (!verdict) return err({ code: 'review.verdict-missing', words: 'This verdict does not stand any more.' });
  const { policy } = context.world;
  if (!mayDismiss(actor.role, policy))
    return err({ code: 'review.not-allowed', words: `Only ${dismisserWords(policy)} dismisses somebody’s verdict.` });
  if (isContributor(before, actor.id))
    return err({
      code: 'review.own-change',
      words: 'You contributed to this change request: somebody else can dismiss the verdict.',
    });
  if (input.reason.trim() === '')
    return err({ code: 'review.reason-missing', words: 'Give the reason; everybody will read it.' });
  const lift: VerdictLift = {
    id: input.id,
    verdictId: verdict.id,
    kind: 'dismissed',
    by: actor.id,
    reason: input.reason,
    at: context.at,
  };
  const after: ChangeRequest = { ...before, lifts: [...before.lifts, lift] };
  const words = `dismissed the ${verdict.kind === 'approve' ? 'approval' : 'request for changes'} of ${personName(context.world.people, verdict.reviewerId)}: ${input.reason}`;
  const event = told(after, context, {
    type: 'change-request.verdict-dismissed',
    verdictId: verdict.id,
    reviewerId: verdict.reviewerId,
    reason: input.reason,
    words,
  });
  return ok(settle(before, after, context, [event]));
}
