import { err, ok } from '../../kit/result';
import { standInFor } from './ask-review';
import { assess } from './assess';
import type { ChangeRequest } from './change-request';
import { missingBeforeSending } from './checklist';
import { finishedError, type MoveContext, type MoveResult, mayEdit, statusWords, told, withStatus } from './move';
import { personName } from './people';
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
  const { people, away = new Map<string, string>() } = context.world;
  const wanted = [...new Set([...asked, ...reviewersFor(requirements)])].filter((id) => id !== context.actor.id);
  const standIns = wanted.flatMap((userId) => {
    const by = standInFor(userId, open, people, away);
    return by === undefined ? [] : [{ userId, by }];
  });
  const standIn = new Map(standIns.map(({ userId, by }) => [userId, by]));
  const reviewerIds = [...new Set(wanted.map((id) => standIn.get(id) ?? id))].filter((id) => id !== context.actor.id);
  return ok(
    withStatus(before, { ...open, reviewerIds }, status, context, [
      told(open, context, { type: 'change-request.submitted', reviewerIds, words: 'sent it for review' }),
      ...standIns.map(({ userId, by }) =>
        told(open, context, {
          type: 'change-request.stood-in',
          userId,
          by,
          words: `asked ${personName(people, by)} to review it, since ${personName(people, userId)} is away`,
        }),
      ),
    ]),
  );
}
