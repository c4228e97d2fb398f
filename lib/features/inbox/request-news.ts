import type { NewsKind, NewsReason } from '@/lib/contracts/inbox';
import { type ChangeRequest, isFinished } from '@/lib/domain/review/change-request';
import type { ReviewEvent } from '@/lib/domain/review/event';

/** What one person hears of a move on a change request. */
export interface RequestNews {
  readonly userId: string;
  readonly kind: NewsKind;
  readonly reasons: readonly NewsReason[];
  readonly important: boolean;
  readonly words: string;
  /** The items it is about; all that the request changes when undefined. */
  readonly itemIds: readonly string[] | undefined;
  readonly at: string;
}

/** What hides the rest when one move did several things to a person, first one first. */
const loudness: readonly NewsKind[] = [
  'changes-requested',
  'claim-overturned',
  'review-asked',
  'mentioned',
  'approval-voided',
  'dismissed',
  'closed',
  'approved',
  'taken-over',
  'commented',
];

type About = Pick<ChangeRequest, 'authorId' | 'contributors' | 'status'>;
type Told = Omit<RequestNews, 'userId' | 'reasons' | 'words' | 'at'> & { readonly to: ReadonlyMap<string, NewsReason> };

/** Everybody who hears of the events of one move: once each, members only, never who did it. What asks for something is not told once the request is finished. */
export function requestNewsOf(
  events: readonly ReviewEvent[],
  request: About,
  members: ReadonlySet<string>,
): RequestNews[] {
  const found = new Map<string, RequestNews>();
  const isApproved = events.some((event) => event.type === 'change-request.status-changed' && event.to === 'approved');
  for (const event of events) {
    const told = toldOf(event, request, isApproved);
    if (!told || (asks.has(told.kind) && isFinished(request))) continue;
    for (const [userId, reason] of told.to) {
      if (userId === event.actorId || !members.has(userId)) continue;
      const known = found.get(userId);
      const reasons = [...new Set([...(known?.reasons ?? []), reason])];
      const { kind, important, itemIds } = told;
      const fresh = { userId, kind, important, itemIds, words: event.words, at: event.at, reasons };
      const isLouder = !known || loudness.indexOf(kind) < loudness.indexOf(known.kind);
      found.set(userId, {
        ...(isLouder ? fresh : known),
        reasons,
        important: important || (known?.important ?? false),
      });
    }
  }
  return [...found.values()];
}

const asks: ReadonlySet<NewsKind> = new Set([
  'review-asked',
  'approval-voided',
  'changes-requested',
  'claim-overturned',
]);

function toldOf(event: ReviewEvent, request: About, isApproved: boolean): Told | undefined {
  const author = new Map<string, NewsReason>([[request.authorId, 'author']]);
  const writers = new Map<string, NewsReason>([
    ...request.contributors.map((id): [string, NewsReason] => [id, 'contributor']),
    ...author,
  ]);
  switch (event.type) {
    case 'change-request.submitted':
      return {
        kind: 'review-asked',
        important: true,
        itemIds: undefined,
        to: new Map(event.reviewerIds.map((id) => [id, 'review-asked'])),
      };
    case 'change-request.emergency-asked':
      return {
        kind: 'review-asked',
        important: true,
        itemIds: undefined,
        to: new Map(event.confirmerIds.map((id) => [id, 'review-asked'])),
      };
    case 'change-request.review-asked':
    case 'change-request.review-reminded':
      return {
        kind: 'review-asked',
        important: true,
        itemIds: undefined,
        to: new Map([[event.userId, 'review-asked']]),
      };
    // For whoever is away: they read afterwards who was asked instead of them.
    case 'change-request.stood-in':
      return {
        kind: 'commented',
        important: false,
        itemIds: undefined,
        to: new Map([[event.userId, 'review-asked']]),
      };
    case 'change-request.review-taken':
      return { kind: 'commented', important: false, itemIds: undefined, to: new Map([[event.userId, 'reviewer']]) };
    case 'change-request.review-unanswered':
      return { kind: 'commented', important: true, itemIds: undefined, to: author };
    case 'change-request.approval-voided':
      return {
        kind: 'approval-voided',
        important: true,
        itemIds: event.itemIds,
        to: new Map([[event.reviewerId, 'reviewer']]),
      };
    case 'change-request.changes-requested':
      return { kind: 'changes-requested', important: true, itemIds: event.itemIds, to: writers };
    case 'change-request.approved':
      return { kind: 'approved', important: isApproved, itemIds: event.itemIds, to: author };
    case 'change-request.commented':
      return { kind: 'commented', important: false, itemIds: undefined, to: author };
    case 'change-request.mentioned':
      return {
        kind: 'mentioned',
        important: true,
        itemIds: event.itemIds.length > 0 ? event.itemIds : undefined,
        to: new Map(event.userIds.map((id) => [id, 'mentioned'])),
      };
    case 'change-request.claim-overturned':
      return { kind: 'claim-overturned', important: true, itemIds: [event.itemId], to: writers };
    case 'change-request.taken-over':
      return { kind: 'taken-over', important: false, itemIds: undefined, to: author };
    case 'change-request.closed':
      return { kind: 'closed', important: true, itemIds: undefined, to: author };
    case 'change-request.verdict-dismissed':
      return {
        kind: 'dismissed',
        important: true,
        itemIds: undefined,
        to: new Map<string, NewsReason>([...author, [event.reviewerId, 'reviewer']]),
      };
    default:
      return undefined;
  }
}
