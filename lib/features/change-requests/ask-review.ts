import 'server-only';
import type * as z from 'zod';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { askReviewSchema, ReviewerSuggestions } from '@/lib/contracts/review-people';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { askReview, takeOverReview } from '@/lib/domain/review/ask-review';
import { assess } from '@/lib/domain/review/assess';
import { isFinished } from '@/lib/domain/review/change-request';
import { personName, teamName } from '@/lib/domain/review/people';
import { chooseOfTeam, suggestReviewers } from '@/lib/domain/review/suggest-reviewers';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { listAsks, readAvailability } from '@/lib/store/review-asks';
import { makeMove, type RequestError, type RequestPlace } from './make-move';
import { findRequest } from './read-change-request';

/** Who could be asked to review a request: those who can meet an open requirement, the least loaded first. */
export async function suggestReviewersOf(
  actor: Actor,
  input: RequestPlace,
): Promise<Result<ReviewerSuggestions, RequestError>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<ReviewerSuggestions, RequestError>>(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    const { request, world } = found.value;
    if (isFinished(request)) return ok({ people: [], teams: [] });
    const { people, head } = world;
    const { requirements } = assess(request, world);
    const availability = await readAvailability(tx, actor.workspaceId, now());
    const suggested = suggestReviewers(request, requirements, people, head, availability);
    const named = (id: string) => ({ id, name: personName(people, id) });
    return ok({
      people: suggested.map(({ userId, ...rest }) => ({ person: named(userId), ...rest })),
      teams: [...people.teams.values()].flatMap(({ id, name }) => {
        const chosen = chooseOfTeam(id, request, requirements, people, availability);
        return chosen && !request.reviewerIds.includes(chosen.id) ? [{ id, name, chosen: named(chosen.id) }] : [];
      }),
    });
  });
}

/** Asks a person to review, or one of a team: by load and presence, never by chance. */
export function askReviewOf(
  actor: Actor,
  input: RequestPlace & z.output<typeof askReviewSchema>,
): Promise<Result<ChangeRequestView, RequestError>> {
  return makeMove(actor, input, 'change-request.ask-review', async ({ before, context }, tx) => {
    if ('userId' in input) return askReview(before, { userId: input.userId, viaTeamId: null }, context);
    const { world } = context;
    const availability = await readAvailability(tx, actor.workspaceId, now());
    const { requirements } = assess(before, world);
    const chosen = chooseOfTeam(input.teamId, before, requirements, world.people, availability);
    if (!chosen)
      return err({
        code: 'review.not-entitled',
        words: `Nobody of ${teamName(world.people, input.teamId)} can review it.`,
        itemIds: [],
      });
    return askReview(before, { userId: chosen.id, viaTeamId: input.teamId }, context);
  });
}

/** Reviews in the place of a team mate who was chosen for the team. */
export function takeOverReviewOf(
  actor: Actor,
  input: RequestPlace & { user: string },
): Promise<Result<ChangeRequestView, RequestError>> {
  return makeMove(actor, input, 'change-request.review', async ({ before, context }, tx) => {
    const asks = await listAsks(tx, actor.workspaceId, before.id);
    const viaTeamId = asks.find(({ userId }) => userId === input.user)?.viaTeamId ?? null;
    return takeOverReview(before, { userId: input.user, viaTeamId }, context);
  });
}
