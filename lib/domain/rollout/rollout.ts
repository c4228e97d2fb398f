import { err, ok, type Result } from '../../kit/result';

export const rolloutStates = ['planned', 'in-code', 'released', 'seen-live', 'verified'] as const;
/** How far a change has come in the code of one source; everything begins as planned. */
export type RolloutState = (typeof rolloutStates)[number];

/** What is known of a change in a source: its state with what belongs to it. Days are ISO dates. */
export interface RolloutFacts {
  readonly state: RolloutState;
  /** The version of the source's code that brought it. */
  readonly version: string;
  readonly releasedOn: string | null;
  readonly seenOn: string | null;
  readonly note: string;
}

/** Where everything begins. */
export const planned: RolloutFacts = { state: 'planned', version: '', releasedOn: null, seenOn: null, note: '' };

export interface RolloutInvalid {
  readonly code: 'rollout.invalid';
  readonly words: string;
}

/** The facts as they are kept: a state says no more than it knows, and lacks nothing that it needs. */
export function settleRollout(facts: RolloutFacts, today: string): Result<RolloutFacts, RolloutInvalid> {
  const refuse = (words: string) => err<RolloutInvalid>({ code: 'rollout.invalid', words });
  const reached = rolloutStates.indexOf(facts.state);
  const isReleased = reached >= rolloutStates.indexOf('released');
  const isSeen = reached >= rolloutStates.indexOf('seen-live');
  const version = isReleased ? facts.version.trim() : '';
  const releasedOn = isReleased ? (facts.releasedOn ?? (isSeen ? null : today)) : null;
  const seenOn = isSeen ? (facts.seenOn ?? today) : null;
  if (facts.state === 'released' && version === '') return refuse('Say in which version it was released.');
  const last = addDay(today);
  // Midnight comes earlier further east, so the day after today is let through.
  if ((releasedOn ?? '') > last || (seenOn ?? '') > last) return refuse('That day has not come yet.');
  if (releasedOn !== null && seenOn !== null && seenOn < releasedOn)
    return refuse('It cannot be seen live before it was released.');
  return ok({ state: facts.state, version, releasedOn, seenOn, note: facts.note.trim() });
}

/** The day from which a source sends the new meaning: when it was seen, or else when the code was released. */
export function effectiveOn(facts: Pick<RolloutFacts, 'releasedOn' | 'seenOn'>): string | null {
  return facts.seenOn ?? facts.releasedOn;
}

/** Whether nothing has to follow in the code any more. */
export function isLive(facts: Pick<RolloutFacts, 'state'>): boolean {
  return facts.state === 'seen-live' || facts.state === 'verified';
}

/** What a state says, with what belongs to it: "Released in 4.2, 3 May 2026" without the day. */
export const rolloutWords: Record<RolloutState, string> = {
  planned: 'Planned',
  'in-code': 'In code',
  released: 'Released',
  'seen-live': 'Seen live',
  verified: 'Verified',
};

function addDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whether two say the same. */
export function sameRollout(a: RolloutFacts, b: RolloutFacts): boolean {
  return (
    a.state === b.state &&
    a.version === b.version &&
    a.releasedOn === b.releasedOn &&
    a.seenOn === b.seenOn &&
    a.note === b.note
  );
}
