import { err, ok } from '../../kit/result';
import type { ChangeRequest } from './change-request';
import { finishedError, type MoveContext, type MoveResult, mayEdit, settle, told } from './move';

export interface TickInput {
  readonly lineId: string;
  readonly ticked: boolean;
}

/** Ticks a line of the plan's checklist on a request, or takes the tick back; it is on record who did. */
export function tickLine(before: ChangeRequest, { lineId, ticked }: TickInput, context: MoveContext): MoveResult {
  const finished = finishedError(before);
  if (finished) return err(finished);
  if (!mayEdit(before, context.actor))
    return err({ code: 'review.not-allowed', words: 'Its author, contributors and reviewers tick the checklist.' });
  const line = context.world.checklist?.find((one) => one.id === lineId);
  if (!line) return err({ code: 'review.line-missing', words: 'The checklist has no such line any more.' });
  const others = (before.ticks ?? []).filter((one) => one.lineId !== lineId);
  const standing = before.ticks?.find((one) => one.lineId === lineId && one.words === line.words);
  if (ticked === (standing !== undefined)) return ok({ request: before, events: [] });
  const tick = { lineId, words: line.words, by: context.actor.id, at: context.at };
  const after: ChangeRequest = { ...before, ticks: ticked ? [...others, tick] : others };
  const words = `${ticked ? 'ticked' : 'took back the tick of'} “${line.words}”`;
  return ok(
    settle(before, after, context, [told(after, context, { type: 'change-request.checked', lineId, ticked, words })]),
  );
}
