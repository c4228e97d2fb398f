import { err, ok } from '../../kit/result';
import { includesRole } from '../access/roles';
import type { ChangeRequest } from './change-request';
import { finishedError, type MoveContext, type MoveResult, settle, told, withContributor } from './move';
import { isProposal } from './requirements-of';

/** Makes a viewer's proposal one's own: whoever does it stands for it, and so does not approve it. */
export function takeOver(before: ChangeRequest, context: MoveContext): MoveResult {
  const { actor } = context;
  const finished = finishedError(before);
  if (finished) return err(finished);
  if (!includesRole(actor.role, 'contributor'))
    return err({ code: 'review.not-allowed', words: 'Taking a proposal over needs the role of a contributor.' });
  if (!isProposal(before, context.world.people))
    return err({ code: 'review.not-allowed', words: 'Its author can see it through without being taken over.' });
  if (before.takenOverBy !== null)
    return err({ code: 'review.not-allowed', words: 'Somebody has taken it over already.' });
  const after: ChangeRequest = {
    ...before,
    takenOverBy: actor.id,
    contributors: withContributor(before.contributors, actor.id),
  };
  return ok(
    settle(before, after, context, [
      told(after, context, { type: 'change-request.taken-over', words: 'took the proposal over' }),
    ]),
  );
}
