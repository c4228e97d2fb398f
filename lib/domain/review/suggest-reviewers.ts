import type { Snapshot } from '../plan/snapshot';
import type { ChangeRequest } from './change-request';
import { namesInWords, type People, type Person, teamName } from './people';
import type { Requirement, RequirementCode } from './requirement';
import { isContributor, isOwner, ownerOf } from './rights';

const minuteMs = 60_000;
const halfLifeMs = 7 * 24 * 60 * minuteMs;
/** Who was seen within this time is here. */
const presentMs = 15 * minuteMs;

/** What is known of people's time: what they are asked and have not answered, when they were seen, who stands in for them. */
export interface Availability {
  /** When each review was asked that a person has not answered. */
  readonly openAsks: ReadonlyMap<string, readonly Date[]>;
  readonly lastSeen: ReadonlyMap<string, Date>;
  /** Who is away today, and who stands in. */
  readonly away: ReadonlyMap<string, string>;
  readonly at: Date;
}

/** Somebody who could review, and why just they. */
export interface Suggestion {
  readonly userId: string;
  /** "owns Order Completed; 1 open review". */
  readonly reason: string;
  readonly openReviews: number;
  readonly isHere: boolean;
  readonly isAway: boolean;
}

/** How much waits for a person: each open ask counts one, and half of it after each week. */
export function loadOf(asks: readonly Date[], at: Date): number {
  const sum = asks.reduce((load, asked) => load + 0.5 ** (Math.max(0, at.getTime() - asked.getTime()) / halfLifeMs), 0);
  return Math.round(sum * 1_000) / 1_000;
}

/** Orders people for a review: whoever is there before those away, the least loaded first, then those seen last; never by chance. */
export function byAvailability({ openAsks, lastSeen, away, at }: Availability): (a: Person, b: Person) => number {
  const load = (person: Person) => loadOf(openAsks.get(person.id) ?? [], at);
  const seen = (person: Person) => lastSeen.get(person.id)?.getTime() ?? 0;
  // Within a quarter of an hour everybody is as present as the others.
  const presence = (person: Person) =>
    at.getTime() - seen(person) <= presentMs ? Number.POSITIVE_INFINITY : seen(person);
  const compared = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return (a, b) =>
    compared(Number(away.has(a.id)), Number(away.has(b.id))) ||
    compared(load(a), load(b)) ||
    compared(presence(b), presence(a)) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const askedFor: ReadonlySet<RequirementCode> = new Set([
  'review.approvals',
  'review.owner-approval',
  'review.acknowledgement',
]);

/** Whether somebody could be asked to review a request at all. */
export function mayBeAsked(request: ChangeRequest, person: Person): boolean {
  return person.role !== 'viewer' && !isContributor(request, person.id);
}

/** Who could be asked: everybody who can meet an open requirement, had no hand in the request and is not asked yet; in the order of their time. */
export function suggestReviewers(
  request: ChangeRequest,
  requirements: readonly Requirement[],
  people: People,
  head: Snapshot,
  availability: Availability,
): Suggestion[] {
  const open = requirements.filter(({ met, code }) => !met && askedFor.has(code));
  const able = new Set(open.flatMap(({ who }) => who.userIds));
  return [...people.persons.values()]
    .filter((person) => able.has(person.id) && mayBeAsked(request, person) && !request.reviewerIds.includes(person.id))
    .sort(byAvailability(availability))
    .map((person) => suggestionOf(person, open, request, people, head, availability));
}

/** The one of a team who is asked when the whole team is: by the same order, first among those who can meet an open requirement. */
export function chooseOfTeam(
  teamId: string,
  request: ChangeRequest,
  requirements: readonly Requirement[],
  people: People,
  availability: Availability,
): Person | undefined {
  const able = new Set(
    requirements.flatMap(({ met, code, who }) => (!met && askedFor.has(code) ? [...who.userIds] : [])),
  );
  const members = [...people.persons.values()]
    .filter((person) => person.teamIds.includes(teamId) && mayBeAsked(request, person))
    .sort(byAvailability(availability));
  return members.find(({ id }) => able.has(id)) ?? members[0];
}

function suggestionOf(
  person: Person,
  open: readonly Requirement[],
  request: ChangeRequest,
  people: People,
  head: Snapshot,
  { openAsks, lastSeen, away, at }: Availability,
): Suggestion {
  const openReviews = openAsks.get(person.id)?.length ?? 0;
  const isHere = at.getTime() - (lastSeen.get(person.id)?.getTime() ?? 0) <= presentMs;
  const substitute = away.get(person.id);
  const reasons = [
    whyOf(person, open, request, people, head),
    openReviews === 0 ? 'no open review' : `${openReviews} open review${openReviews === 1 ? '' : 's'}`,
    ...(substitute !== undefined
      ? [`away, ${people.persons.get(substitute)?.name ?? 'somebody else'} stands in`]
      : isHere
        ? ['here now']
        : []),
  ];
  return { userId: person.id, reason: reasons.join('; '), openReviews, isHere, isAway: substitute !== undefined };
}

function whyOf(
  person: Person,
  open: readonly Requirement[],
  request: ChangeRequest,
  people: People,
  head: Snapshot,
): string {
  const serves = open.filter(({ who }) => who.userIds.includes(person.id));
  const owned = serves
    .filter(({ code }) => code === 'review.owner-approval')
    .flatMap(({ itemIds }) => itemIds)
    .flatMap((id) => {
      const item = head.items.get(id) ?? request.changes.find(({ itemId }) => itemId === id)?.item ?? undefined;
      const owner = ownerOf(item);
      return item && isOwner(person, owner) ? [{ name: item.name, owner }] : [];
    });
  const [first] = owned;
  if (first) {
    const names = namesInWords([...new Set(owned.map(({ name }) => name))], 'and');
    return first.owner?.type === 'team' ? `owns ${names} with ${teamName(people, first.owner.id)}` : `owns ${names}`;
  }
  return serves.some(({ code }) => code === 'review.approvals')
    ? 'may approve it'
    : 'answers for a consumer that it reaches';
}
