import 'server-only';
import type * as z from 'zod';
import type { ChangeRequestView, updateChangeRequestSchema } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { finishedError, type MoveError, mayEdit } from '@/lib/domain/review/move';
import { err, ok, type Result } from '@/lib/kit/result';
import { makeMove, type RequestError, type RequestPlace } from './make-move';

/** Words a request is called and explained by. */
export function updateChangeRequest(
  actor: Actor,
  input: RequestPlace & z.output<typeof updateChangeRequestSchema>,
): Promise<Result<ChangeRequestView, RequestError>> {
  return makeMove<MoveError>(actor, input, 'change-request.edit', ({ before, context }) => {
    const finished = finishedError(before);
    if (finished) return err(finished);
    if (!mayEdit(before, context.actor))
      return err({ code: 'review.not-allowed', words: 'Editing it needs the role of a contributor.' });
    const title = input.title ?? before.title;
    const reason = input.reason ?? before.reason;
    if (title === before.title && reason === before.reason) return ok({ request: before, events: [] });
    return ok({ request: { ...before, title, reason }, events: [] });
  });
}
