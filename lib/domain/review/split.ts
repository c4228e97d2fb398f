import { err, ok, type Result } from '../../kit/result';
import { standingVerdicts } from './approvals';
import type { ChangeRequest, Cover, Verdict } from './change-request';
import type { ReviewEvent } from './event';
import {
  finishedError,
  itemsInWords,
  type MoveContext,
  type Moved,
  type MoveError,
  mayEdit,
  settle,
  told,
} from './move';
import { needsIn } from './needs';

export interface SplitInput {
  /** The items that stay; everything else leaves. */
  readonly stays: readonly string[];
  /** The request that takes what leaves: new, without changes. */
  readonly followUp: Pick<ChangeRequest, 'id' | 'number' | 'title' | 'reason' | 'lockVersion'>;
  readonly newId: () => string;
}

/** Both requests after a split; the caller stores both or neither. */
export interface Split {
  readonly stays: Moved;
  readonly followUp: Moved;
  readonly movedItemIds: readonly string[];
}

/**
 * Leaves some changes of a request for a follow-up. The changes move as they are, so exactly the approvals whose digests
 * are among them go on there; who ever had a hand in the one has had a hand in the other, and who blocks blocks both.
 */
export function splitRequest(before: ChangeRequest, input: SplitInput, context: MoveContext): Result<Split, MoveError> {
  const refused = splitRefusal(before, input.stays, context);
  if (refused) return err(refused);
  const stays = new Set(input.stays);
  const movedItemIds = before.changes.flatMap(({ itemId }) => (stays.has(itemId) ? [] : [itemId]));
  const moves = new Set(movedItemIds);
  const kept: ChangeRequest = { ...before, changes: before.changes.filter(({ itemId }) => stays.has(itemId)) };
  const carried = carriedVerdicts(before, moves, input.newId);
  const followUp: ChangeRequest = {
    ...before,
    ...input.followUp,
    changes: before.changes.filter(({ itemId }) => moves.has(itemId)),
    verdicts: carried.map(({ verdict }) => verdict),
    lifts: [],
    acknowledgements: before.acknowledgements.flatMap((one) => {
      const covers = among(one.covers, moves);
      return covers.length > 0 ? [{ ...one, id: input.newId(), covers }] : [];
    }),
    overturns: before.overturns.filter(({ itemId }) => moves.has(itemId)),
  };
  const count = movedItemIds.length;
  const items = `${count} item${count === 1 ? '' : 's'}`;
  const left = told(kept, context, {
    type: 'change-request.split',
    followUp: followUp.number,
    itemIds: movedItemIds,
    words: `moved ${items} to #${followUp.number}`,
  });
  const made: ReviewEvent[] = [
    told(followUp, context, {
      type: 'change-request.split-off',
      from: before.number,
      itemIds: movedItemIds,
      words: `left ${items} of #${before.number} for this request`,
    }),
    ...carried.map(({ verdict, from }) =>
      told(followUp, context, {
        type: 'change-request.verdict-carried',
        verdictId: verdict.id,
        fromVerdictId: from,
        reviewerId: verdict.reviewerId,
        itemIds: verdict.covers.map((cover) => cover.itemId),
        words: `took a verdict of #${before.number} along`,
      }),
    ),
  ];
  return ok({
    stays: settle(before, kept, context, [left]),
    followUp: settle(followUp, followUp, context, made),
    movedItemIds,
  });
}

function splitRefusal(before: ChangeRequest, stays: readonly string[], context: MoveContext): MoveError | undefined {
  const finished = finishedError(before);
  if (finished) return finished;
  if (!mayEdit(before, context.actor))
    return { code: 'review.not-allowed', words: 'Leaving changes for a follow-up needs the role of a contributor.' };
  const chosen = new Set(stays);
  const known = new Set(before.changes.map(({ itemId }) => itemId));
  const strangers = [...chosen].filter((itemId) => !known.has(itemId));
  if (strangers.length > 0)
    return {
      code: 'review.stale',
      words: 'An item that you chose is not in this change request any more.',
      itemIds: strangers,
    };
  if (chosen.size === 0) return { code: 'review.nothing-covered', words: 'Choose at least one change that stays.' };
  if (chosen.size === known.size)
    return { code: 'review.nothing-covered', words: 'Everything stays: there is nothing to leave for a follow-up.' };
  const torn = needsIn(before, context.world.head).filter((need) => chosen.has(need.itemId) && !chosen.has(need.needs));
  const [first] = torn;
  if (!first) return undefined;
  const more = torn.length > 1 ? ` And ${torn.length - 1} more.` : '';
  return {
    code: 'review.inseparable',
    words: `${first.words} Keep ${itemsInWords([first.needs], before, context.world)} too, or leave both.${more}`,
    itemIds: [...new Set(torn.flatMap((need) => [need.itemId, need.needs]))],
  };
}

/** Verdicts that stand and say something of what leaves: approvals of its digests, and whoever blocks. */
function carriedVerdicts(before: ChangeRequest, moves: ReadonlySet<string>, newId: () => string) {
  return standingVerdicts(before).flatMap((verdict): { verdict: Verdict; from: string }[] => {
    const covers = among(verdict.covers, moves);
    const goes = verdict.kind === 'request-changes' || (verdict.kind === 'approve' && covers.length > 0);
    return goes ? [{ verdict: { ...verdict, id: newId(), covers }, from: verdict.id }] : [];
  });
}

function among(covers: readonly Cover[], items: ReadonlySet<string>): Cover[] {
  return covers.filter((cover) => items.has(cover.itemId));
}
