import { err, ok } from '../../kit/result';
import type { SettledConflict } from '../merge/settled-conflict';
import type { Change } from '../plan/change';
import type { ChangeRequest } from './change-request';
import { finishedError, itemsInWords, type MoveContext, type MoveResult, mayEdit, settle, told } from './move';
import { replaceChanges, voidedApprovals } from './replace-changes';

export interface RebaseInput {
  /** What lib/domain/merge made of the changes, every conflict answered; items that are missing here have become empty. */
  readonly changes: readonly Change[];
  /** For changes of items the request had none of, such as one that is brought back. */
  readonly newId: () => string;
  /** Conflicts that were decided, and what each side had said there: the activity keeps all of it. */
  readonly clashes?: number;
  readonly settled?: readonly SettledConflict[];
}

/** Moves the request onto the plan's head; whoever does it is a contributor when anything it says or stands on is another. */
export function rebase(before: ChangeRequest, input: RebaseInput, context: MoveContext): MoveResult {
  const { head } = context.world;
  const finished = finishedError(before);
  if (finished) return err(finished);
  if (!mayEdit(before, context.actor))
    return err({ code: 'review.not-allowed', words: 'Updating a change request needs the role of a contributor.' });
  const moved = new Set(input.changes.map((change) => change.itemId));
  const drop = new Set(before.changes.filter((change) => !moved.has(change.itemId)).map((change) => change.itemId));
  const edits = input.changes.map((change) => ({ id: input.newId(), change }));
  const { request, itemIds, droppedItemIds } = replaceChanges(before, edits, drop, context.actor.id, head);
  const after: ChangeRequest = { ...request, baseRelease: head.release };
  if (before.baseRelease === head.release && itemIds.length === 0 && droppedItemIds.length === 0)
    return ok({ request: before, events: [] });
  const items = itemIds.length === 0 ? '' : `: ${itemsInWords(itemIds, after, context.world)}`;
  const clashes = input.clashes ?? 0;
  const decided = clashes === 0 ? '' : ` and decided ${clashes === 1 ? '1 conflict' : `${clashes} conflicts`}`;
  const words = `updated it to release ${head.release}${decided}${items}`;
  const event = told(after, context, {
    type: 'change-request.rebased',
    fromRelease: before.baseRelease,
    toRelease: head.release,
    itemIds: [...itemIds, ...droppedItemIds],
    settled: input.settled ?? [],
    words,
  });
  return ok(settle(before, after, context, [event, ...voidedApprovals(before, after, context)]));
}
