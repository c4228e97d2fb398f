import { err, ok } from '../../kit/result';
import { assess } from './assess';
import type { ChangeRequest } from './change-request';
import { missingBeforeSending } from './checklist';
import { finishedError, type MoveContext, type MoveResult, mayEdit, statusWords, told, withStatus } from './move';
import { reviewersFor } from './reviewers-for';

/** Sends a draft for review; reviewers come from the policy and from ownership, and from those already asked. */
export function submit(
  before: ChangeRequest,
  input: { readonly reviewerIds?: readonly string[] },
  context: MoveContext,
): MoveResult {
  const finished = finishedError(before);
  if (finished) return err(finished);
  if (before.status !== 'draft')
    return err({ code: 'review.not-open', words: `#${before.number} is ${statusWords[before.status]} already.` });
  if (!mayEdit(before, context.actor))
    return err({
      code: 'review.not-allowed',
      words: 'Only contributors, and viewers with their own proposal, send a change request for review.',
    });
  if (before.changes.length === 0)
    return err({ code: 'review.empty', words: 'There is nothing to review yet: open any item and edit it.' });
  const missing = missingBeforeSending(context.world.checklist ?? [], before);
  if (missing.length > 0)
    return err({
      code: 'review.checklist',
      words: `Tick first: ${missing.map(({ words }) => words).join('; ')}.`,
    });
  const asked = [...new Set([...before.reviewerIds, ...(input.reviewerIds ?? [])])].filter((id) =>
    context.world.people.persons.has(id),
  );
  const open: ChangeRequest = { ...before, status: 'in-review', reviewerIds: asked };
  const { requirements, status } = assess(open, context.world);
  const reviewerIds = [...new Set([...asked, ...reviewersFor(requirements)])].filter((id) => id !== context.actor.id);
  return ok(
    withStatus(before, { ...open, reviewerIds }, status, context, [
      told(open, context, { type: 'change-request.submitted', reviewerIds, words: 'sent it for review' }),
    ]),
  );
}
