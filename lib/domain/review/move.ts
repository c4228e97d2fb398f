import type { Result } from '../../kit/result';
import { includesRole } from '../access/roles';
import { qualifiedName } from '../plan/item';
import { assess, type World } from './assess';
import { type ChangeRequest, type ChangeRequestStatus, isFinished } from './change-request';
import type { ReviewEvent } from './event';
import type { Person } from './people';
import type { Requirement } from './requirement';

/** Who moves, when, and everything else the outcome depends on. */
export interface MoveContext {
  readonly actor: Person;
  /** ISO time of the move. */
  readonly at: string;
  readonly world: World;
}

/** Why a move cannot be made; `words` say it to the person who tried. */
export type MoveError =
  | { readonly code: 'review.finished'; readonly words: string }
  | { readonly code: 'review.not-open'; readonly words: string }
  | { readonly code: 'review.not-allowed'; readonly words: string }
  | { readonly code: 'review.own-change'; readonly words: string }
  | { readonly code: 'review.viewer'; readonly words: string }
  | { readonly code: 'review.not-entitled'; readonly words: string; readonly itemIds: readonly string[] }
  | { readonly code: 'review.stale'; readonly words: string; readonly itemIds: readonly string[] }
  | { readonly code: 'review.nothing-covered'; readonly words: string }
  | { readonly code: 'review.reason-missing'; readonly words: string }
  | { readonly code: 'review.verdict-missing'; readonly words: string }
  | { readonly code: 'review.claim-missing'; readonly words: string }
  | { readonly code: 'review.empty'; readonly words: string }
  | { readonly code: 'review.checklist'; readonly words: string }
  | { readonly code: 'review.line-missing'; readonly words: string }
  | { readonly code: 'review.duplicate-item'; readonly words: string; readonly itemIds: readonly string[] }
  | { readonly code: 'emergency.not-needed'; readonly words: string }
  | { readonly code: 'emergency.nobody-confirms'; readonly words: string }
  | { readonly code: 'emergency.same-person'; readonly words: string }
  | { readonly code: 'emergency.expired'; readonly words: string }
  | { readonly code: 'review.inseparable'; readonly words: string; readonly itemIds: readonly string[] }
  | { readonly code: 'review.gates'; readonly words: string; readonly gates: readonly Requirement[] };

/** The next state and what happened; the caller stores both or neither, and raises the lock version. */
export interface Moved {
  readonly request: ChangeRequest;
  readonly events: readonly ReviewEvent[];
}

export type MoveResult = Result<Moved, MoveError>;

type Told<E> = E extends ReviewEvent ? Omit<E, 'requestId' | 'actorId' | 'at'> : never;

/** An event of this move. */
export function told(request: ChangeRequest, context: MoveContext, event: Told<ReviewEvent>): ReviewEvent {
  return { ...event, requestId: request.id, actorId: context.actor.id, at: context.at } as ReviewEvent;
}

/** The request with the status its requirements give it, and the event when that is another one. */
export function settle(
  before: ChangeRequest,
  after: ChangeRequest,
  context: MoveContext,
  events: readonly ReviewEvent[],
): Moved {
  const { status } = assess(after, context.world);
  return withStatus(before, after, status, context, events);
}

/** The request with a given status, and the event when that is another one than before. */
export function withStatus(
  before: ChangeRequest,
  after: ChangeRequest,
  status: ChangeRequestStatus,
  context: MoveContext,
  events: readonly ReviewEvent[],
): Moved {
  const request = { ...after, status };
  if (status === before.status) return { request, events };
  return {
    request,
    events: [
      ...events,
      told(request, context, {
        type: 'change-request.status-changed',
        from: before.status,
        to: status,
        words: `is ${statusWords[status]}`,
      }),
    ],
  };
}

export const statusWords: Record<ChangeRequestStatus, string> = {
  draft: 'a draft',
  'in-review': 'in review',
  'changes-requested': 'waiting for changes',
  approved: 'approved',
  merged: 'merged',
  closed: 'closed',
};

/** The error of a move on a merged or closed request. */
export function finishedError(request: ChangeRequest): MoveError | undefined {
  return isFinished(request)
    ? { code: 'review.finished', words: `#${request.number} is ${statusWords[request.status]}.` }
    : undefined;
}

/** The error of a verdict on a request that is not in review. */
export function notOpenError(request: ChangeRequest): MoveError | undefined {
  if (isFinished(request)) return finishedError(request);
  return request.status === 'draft'
    ? { code: 'review.not-open', words: `#${request.number} is a draft: it is not sent for review yet.` }
    : undefined;
}

/** Whether somebody may edit the changes: contributors and above, and a viewer their own proposal until it is taken over. */
export function mayEdit(request: ChangeRequest, person: Person): boolean {
  return includesRole(person.role, 'contributor') || (request.authorId === person.id && request.takenOverBy === null);
}

/** Whether somebody may close or reopen it: who had a hand in it, and approvers. */
export function mayEnd(request: ChangeRequest, person: Person): boolean {
  return (
    request.authorId === person.id ||
    includesRole(person.role, 'approver') ||
    (includesRole(person.role, 'contributor') && request.contributors.includes(person.id))
  );
}

/** Names of items in words: "Order Completed", "Order Completed and 2 more". */
export function itemsInWords(itemIds: readonly string[], request: ChangeRequest, world: World): string {
  const [first] = itemIds;
  if (first === undefined) return 'nothing';
  const item = request.changes.find((change) => change.itemId === first)?.item ?? world.head.items.get(first);
  const name = item ? qualifiedName(item) : 'an item';
  return itemIds.length === 1 ? name : `${name} and ${itemIds.length - 1} more`;
}

/** The contributors with one more, who stays one for good. */
export function withContributor(contributors: readonly string[], userId: string): readonly string[] {
  return contributors.includes(userId) ? contributors : [...contributors, userId];
}
