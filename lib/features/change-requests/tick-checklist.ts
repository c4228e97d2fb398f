import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { tickLine } from '@/lib/domain/review/tick-line';
import type { Result } from '@/lib/kit/result';
import { makeMove, type RequestError, type RequestPlace } from './make-move';

/** Ticks a line of the plan's checklist on a request, or takes the tick back. */
export function tickChecklist(
  actor: Actor,
  input: RequestPlace & { line: string; ticked: boolean },
): Promise<Result<ChangeRequestView, RequestError>> {
  return makeMove(actor, input, 'change-request.check', ({ before, context }) =>
    tickLine(before, { lineId: input.line, ticked: input.ticked }, context),
  );
}
