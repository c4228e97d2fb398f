import { err, ok } from '../../kit/result';
import type { ChangeRequest } from './change-request';
import { finishedError, itemsInWords, type MoveContext, type MoveResult, mayEdit, settle, told } from './move';
import { type ChangeEdit, replaceChanges, voidedApprovals } from './replace-changes';

export interface EditInput {
  /** Changes that are put in, each in place of what the request had for its item. */
  readonly put: readonly ChangeEdit[];
  /** Items whose change is taken out. */
  readonly drop: readonly string[];
}

/** Edits what is proposed: the editor becomes a contributor, and exactly the approvals of edited items are void, with word to their givers. */
export function editChanges(before: ChangeRequest, input: EditInput, context: MoveContext): MoveResult {
  const finished = finishedError(before);
  if (finished) return err(finished);
  if (!mayEdit(before, context.actor))
    return err({
      code: 'review.not-allowed',
      words: 'A viewer edits their own proposal only; editing this one needs the role of a contributor.',
    });
  const ids = input.put.map((edit) => edit.change.itemId);
  const drop = new Set(input.drop);
  const seen = new Set<string>();
  const twice = ids.filter((id) => drop.has(id) || seen.size === seen.add(id).size);
  if (twice.length > 0)
    return err({
      code: 'review.duplicate-item',
      words: `${itemsInWords(twice, before, context.world)} stands twice in this edit.`,
      itemIds: twice,
    });
  const { request, itemIds, droppedItemIds } = replaceChanges(
    before,
    input.put,
    drop,
    context.actor.id,
    context.world.head,
  );
  if (itemIds.length === 0 && droppedItemIds.length === 0) return ok({ request: before, events: [] });
  const words =
    itemIds.length === 0
      ? `took ${droppedItemIds.length} change${droppedItemIds.length === 1 ? '' : 's'} out`
      : `edited ${itemsInWords(itemIds, request, context.world)}`;
  const edited = told(request, context, { type: 'change-request.edited', itemIds, droppedItemIds, words });
  return ok(settle(before, request, context, [edited, ...voidedApprovals(before, request, context)]));
}
