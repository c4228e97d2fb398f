import { err, ok, type Result } from '../../kit/result';
import { includesRole, type Role } from '../access/roles';
import { coverKey } from './approvals';
import { assess } from './assess';
import { coverOf } from './change-digest';
import type { ChangeRequest, Cover } from './change-request';
import type { ReviewEvent } from './event';
import { itemsInWords, type MoveContext, type MoveError, notOpenError, told } from './move';
import { namesInWords, type Person, personName } from './people';
import type { Policy } from './policy';
import type { Requirement, RequirementCode } from './requirement';
import { isContributor } from './rights';

/** For so long a second person may confirm what one asked for. */
export const emergencyMinutes = 60;

/** What an emergency passes by. Validity, conflicts, conventions and somebody’s request for changes are never among it. */
const passable: ReadonlySet<RequirementCode> = new Set([
  'review.approvals',
  'review.owner-approval',
  'review.acknowledgement',
  'review.experiment-running',
]);

/** One requirement that a merge went without, as the record names it. */
export type PassedBy = Pick<Requirement, 'code' | 'key' | 'words' | 'itemIds'>;

/** A merge that one person asked for and a second one may confirm. */
export interface EmergencyAsk {
  readonly id: string;
  readonly askedBy: string;
  readonly reason: string;
  /** Exactly the states that it is asked for. */
  readonly covers: readonly Cover[];
  readonly missing: readonly PassedBy[];
  readonly at: string;
  readonly expiresAt: string;
}

/** What the record of a release says of the emergency it was merged in. */
export interface EmergencyRecord {
  readonly id: string;
  readonly askedBy: string;
  readonly confirmedBy: string;
  readonly reason: string;
  readonly passedBy: readonly PassedBy[];
}

/** Why somebody may not ask for an emergency merge of a request, or undefined when they may. */
function askRefusal(before: ChangeRequest, context: MoveContext): MoveError | undefined {
  const closed = notOpenError(before);
  if (closed) return closed;
  const role = askerRole(context.world.policy);
  if (!role) return { code: 'review.not-allowed', words: 'The review rules of this plan know no emergency merge.' };
  if (!includesRole(context.actor.role, role))
    return { code: 'review.not-allowed', words: `An emergency merge is asked for by an ${role}.` };
  const { shut, passed } = gatesOf(before, context);
  if (shut.length > 0)
    return {
      code: 'review.gates',
      words: `An emergency does not pass by this: ${shut.map((one) => one.words).join('; ')}.`,
      gates: shut,
    };
  if (passed.length === 0)
    return { code: 'emergency.not-needed', words: 'Nothing is missing: it can be merged as usual.' };
  if (confirmersOf(before, context.actor.id, context).length === 0)
    return {
      code: 'emergency.nobody-confirms',
      words: 'Nobody else may confirm it: that needs a second approver who did not contribute.',
    };
  return undefined;
}

/** Asks for an emergency merge of exactly what the request says now. */
export function askForEmergency(
  before: ChangeRequest,
  input: { readonly id: string; readonly reason: string },
  context: MoveContext,
): Result<{ readonly ask: EmergencyAsk; readonly events: readonly ReviewEvent[] }, MoveError> {
  const refused = askRefusal(before, context);
  if (refused) return err(refused);
  const reason = input.reason.trim();
  if (reason === '') return err({ code: 'review.reason-missing', words: 'Give the reason; everybody will read it.' });
  const expiresAt = new Date(Date.parse(context.at) + emergencyMinutes * 60_000).toISOString();
  const missing = gatesOf(before, context).passed;
  const covers = before.changes.map(coverOf);
  const ask = { id: input.id, askedBy: context.actor.id, reason, covers, missing, at: context.at, expiresAt };
  const confirmers = confirmersOf(before, context.actor.id, context);
  const event = told(before, context, {
    type: 'change-request.emergency-asked',
    emergencyId: ask.id,
    confirmerIds: confirmers.map((person) => person.id),
    words: `asks to merge it in an emergency: ${reason}`,
  });
  return ok({ ask, events: [event] });
}

/** What a confirmed emergency merge passes by, or why the actor may not confirm it. */
export function confirmEmergency(
  before: ChangeRequest,
  ask: EmergencyAsk,
  context: MoveContext,
): Result<EmergencyRecord, MoveError> {
  const { actor, world } = context;
  const refused = notOpenError(before) ?? confirmRefusal(before, ask, context);
  if (refused) return err(refused);
  const now = new Set(before.changes.map((change) => coverKey(coverOf(change))));
  const asked = new Set(ask.covers.map(coverKey));
  const other = [
    ...before.changes.filter((change) => !asked.has(coverKey(coverOf(change)))).map((change) => change.itemId),
    ...ask.covers.filter((cover) => !now.has(coverKey(cover))).map((cover) => cover.itemId),
  ];
  if (other.length > 0)
    return err({
      code: 'review.stale',
      words: `${itemsInWords(other, before, world)} changed after the emergency merge was asked for: ask again.`,
      itemIds: [...new Set(other)],
    });
  const { shut, passed } = gatesOf(before, context);
  if (shut.length > 0)
    return err({
      code: 'review.gates',
      words: `An emergency does not pass by this: ${shut.map((one) => one.words).join('; ')}.`,
      gates: shut,
    });
  if (passed.length === 0)
    return err({ code: 'emergency.not-needed', words: 'Nothing is missing any more: it can be merged as usual.' });
  const named = new Set(ask.missing.map((one) => one.key));
  const beyond = passed.filter((one) => !named.has(one.key));
  if (beyond.length > 0)
    return err({
      code: 'review.stale',
      words: `More is missing than was asked for: ${beyond.map((one) => one.words).join('; ')}. Ask again.`,
      itemIds: beyond.flatMap((one) => one.itemIds),
    });
  return ok({ id: ask.id, askedBy: ask.askedBy, confirmedBy: actor.id, reason: ask.reason, passedBy: passed });
}

/** Why the actor may not confirm an ask, whatever the request says by now. */
export function confirmRefusal(before: ChangeRequest, ask: EmergencyAsk, context: MoveContext): MoveError | undefined {
  const { actor, world } = context;
  const role = askerRole(world.policy);
  if (!role) return { code: 'review.not-allowed', words: 'The review rules of this plan know no emergency merge.' };
  if (Date.parse(context.at) > Date.parse(ask.expiresAt))
    return { code: 'emergency.expired', words: 'The hour to confirm it is over: ask again.' };
  if (actor.id === ask.askedBy)
    return { code: 'emergency.same-person', words: 'You asked for it: a second person confirms.' };
  if (!includesRole(actor.role, 'approver'))
    return { code: 'review.not-allowed', words: 'An emergency merge is confirmed by an approver.' };
  if (isContributor(before, actor.id))
    return { code: 'review.own-change', words: 'You contributed to it: somebody who did not confirms.' };
  const asker = world.people.persons.get(ask.askedBy);
  if (!asker || !includesRole(asker.role, role))
    return {
      code: 'review.not-allowed',
      words: `${personName(world.people, ask.askedBy)} may not ask for it any more.`,
    };
  return undefined;
}

/** Why somebody may not do the follow-up review of an emergency merge, or undefined when they may. */
export function followUpRefusal(
  request: ChangeRequest,
  merged: Pick<EmergencyRecord, 'askedBy' | 'confirmedBy'>,
  context: MoveContext,
): MoveError | undefined {
  const { actor, world } = context;
  if (!includesRole(actor.role, 'approver'))
    return { code: 'review.not-allowed', words: 'The follow-up review is done by an approver.' };
  if (isContributor(request, actor.id))
    return { code: 'review.own-change', words: 'You contributed to it: somebody who did not reviews it.' };
  if (actor.id !== merged.askedBy && actor.id !== merged.confirmedBy) return undefined;
  const others = [...world.people.persons.values()].filter(
    (person) =>
      includesRole(person.role, 'approver') &&
      !isContributor(request, person.id) &&
      person.id !== merged.askedBy &&
      person.id !== merged.confirmedBy,
  );
  // In a workspace of two somebody still has to be able to close it.
  if (others.length === 0 && actor.id === merged.confirmedBy) return undefined;
  const names = namesInWords(others.map((person) => person.name));
  return {
    code: 'emergency.same-person',
    words: `You were one of the two who merged it: ${others.length > 0 ? names : 'a third approver'} reviews it.`,
  };
}

function askerRole(policy: Policy): Extract<Role, 'admin' | 'approver'> | undefined {
  if (policy.emergencyMerge === 'never') return undefined;
  return policy.emergencyMerge === 'admins' ? 'admin' : 'approver';
}

function confirmersOf(request: ChangeRequest, askedBy: string, { world }: MoveContext): Person[] {
  return [...world.people.persons.values()].filter(
    (person) => person.id !== askedBy && includesRole(person.role, 'approver') && !isContributor(request, person.id),
  );
}

function gatesOf(request: ChangeRequest, { world }: MoveContext) {
  const missing = assess(request, world).requirements.filter((requirement) => !requirement.met);
  return {
    shut: missing.filter((one) => !passable.has(one.code)),
    passed: missing
      .filter((one) => passable.has(one.code))
      .map(({ code, key, words, itemIds }): PassedBy => ({ code, key, words, itemIds })),
  };
}
