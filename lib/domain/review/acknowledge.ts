import { err, ok } from '../../kit/result';
import { assess } from './assess';
import { coverOf, sameCover } from './change-digest';
import type { Acknowledgement, ChangeRequest, Cover } from './change-request';
import { itemsInWords, type MoveContext, type MoveResult, notOpenError, settle, told } from './move';
import { speakersFor } from './requirements-of';

export interface AcknowledgeInput {
  readonly id: string;
  readonly consumerId: string;
  /** The states that were read, of the items that reach the consumer. */
  readonly covers: readonly Cover[];
}

/** Says for a consumer that its owner has read what the changes do to it; it is no approval, so contributors may. */
export function acknowledge(before: ChangeRequest, input: AcknowledgeInput, context: MoveContext): MoveResult {
  const { actor, world } = context;
  const closed = notOpenError(before);
  if (closed) return err(closed);
  const consumer = assess(before, world).impact.consumers.find((one) => one.consumerId === input.consumerId);
  if (!consumer) return err({ code: 'review.nothing-covered', words: 'The changes do not reach this consumer.' });
  if (!speakersFor(consumer, world.people).some((person) => person.id === actor.id)) {
    return err({
      code: 'review.not-entitled',
      words: `Only who owns ${consumer.name} acknowledges for it.`,
      itemIds: [input.consumerId],
    });
  }
  const stale = input.covers
    .filter((cover) => !before.changes.some((change) => sameCover(coverOf(change), cover)))
    .map((cover) => cover.itemId);
  if (stale.length > 0)
    return err({
      code: 'review.stale',
      words: `${itemsInWords(stale, before, world)} changed while you were reading.`,
      itemIds: stale,
    });
  const one: Acknowledgement = {
    id: input.id,
    consumerId: input.consumerId,
    userId: actor.id,
    covers: input.covers,
    at: context.at,
  };
  const after: ChangeRequest = { ...before, acknowledgements: [...before.acknowledgements, one] };
  const event = told(after, context, {
    type: 'change-request.acknowledged',
    consumerId: input.consumerId,
    itemIds: input.covers.map((cover) => cover.itemId),
    words: `acknowledged for ${consumer.name}`,
  });
  return ok(settle(before, after, context, [event]));
}
