import { err, ok } from '../../kit/result';
import type { ChangeRequest } from './change-request';
import { isFinished } from './change-request';
import { type MoveContext, type MoveResult, mayEdit, notOpenError, told } from './move';
import { type People, personName, teamName } from './people';
import { mayBeAsked } from './suggest-reviewers';

/** Who is away today, by who stands in for them. */
export type Away = ReadonlyMap<string, string>;

/** Who is asked in somebody's stead: nobody while they are there, or where their substitute cannot review it either. */
export function standInFor(userId: string, request: ChangeRequest, people: People, away: Away): string | undefined {
  const id = away.get(userId);
  const person = id === undefined ? undefined : people.persons.get(id);
  return person && !away.has(person.id) && mayBeAsked(request, person) ? person.id : undefined;
}

export interface AskInput {
  readonly userId: string;
  /** The team that was asked, of which they were chosen. */
  readonly viaTeamId: string | null;
}

/** Asks somebody to review; who is away is told, and their substitute is asked. */
export function askReview(before: ChangeRequest, { userId, viaTeamId }: AskInput, context: MoveContext): MoveResult {
  const { actor, world } = context;
  const closed = notOpenError(before);
  if (closed) return err(closed);
  if (!mayEdit(before, actor))
    return err({ code: 'review.not-allowed', words: 'Asking for a review needs the role of a contributor.' });
  const person = world.people.persons.get(userId);
  if (!person || !mayBeAsked(before, person))
    return err({
      code: 'review.not-entitled',
      words: `${personName(world.people, userId)} cannot review it: a viewer, or somebody who contributed to it.`,
      itemIds: [],
    });
  const substitute = standInFor(userId, before, world.people, world.away ?? new Map());
  const asked = substitute ?? userId;
  if (before.reviewerIds.includes(asked)) return ok({ request: before, events: [] });
  const after: ChangeRequest = { ...before, reviewerIds: [...before.reviewerIds, asked] };
  const name = personName(world.people, asked);
  const team = viaTeamId === null ? '' : ` for ${teamName(world.people, viaTeamId)}`;
  const events = [
    told(after, context, {
      type: 'change-request.review-asked',
      userId: asked,
      viaTeamId,
      words: `asked ${name} to review it${team}`,
    }),
    ...(substitute === undefined
      ? []
      : [
          told(after, context, {
            type: 'change-request.stood-in',
            userId,
            by: substitute,
            words: `asked ${name} to review it, since ${person.name} is away`,
          }),
        ]),
  ];
  return ok({ request: after, events });
}

/** Reviews in the place of a team mate who was chosen when the whole team was asked. */
export function takeOverReview(
  before: ChangeRequest,
  { userId, viaTeamId }: AskInput,
  context: MoveContext,
): MoveResult {
  const { actor, world } = context;
  if (isFinished(before) || !before.reviewerIds.includes(userId))
    return err({ code: 'review.not-open', words: 'Nobody waits for this review any more.' });
  if (viaTeamId === null || !actor.teamIds.includes(viaTeamId) || !mayBeAsked(before, actor))
    return err({
      code: 'review.not-entitled',
      words: 'Only somebody of the team that was asked, who did not contribute, takes the review over.',
      itemIds: [],
    });
  const others = before.reviewerIds.filter((id) => id !== userId && id !== actor.id);
  const after: ChangeRequest = { ...before, reviewerIds: [...others, actor.id] };
  return ok({
    request: after,
    events: [
      told(after, context, {
        type: 'change-request.review-taken',
        userId,
        viaTeamId,
        words: `takes the review over from ${personName(world.people, userId)}`,
      }),
    ],
  });
}
