import type { SettledConflict } from '../merge/settled-conflict';

interface About {
  readonly requestId: string;
  readonly actorId: string;
  readonly at: string;
  /** What happened, as one sentence without the actor's name: "approved 3 of 7 changes". */
  readonly words: string;
}

/** What a move on a change request did: activity, news and audit are built from it. */
export type ReviewEvent = About &
  (
    | { readonly type: 'change-request.submitted'; readonly reviewerIds: readonly string[] }
    | {
        readonly type: 'change-request.edited';
        readonly itemIds: readonly string[];
        readonly droppedItemIds: readonly string[];
      }
    | {
        readonly type: 'change-request.rebased';
        readonly fromRelease: number;
        readonly toRelease: number;
        readonly itemIds: readonly string[];
        readonly settled: readonly SettledConflict[];
      }
    | { readonly type: 'change-request.approved'; readonly verdictId: string; readonly itemIds: readonly string[] }
    | {
        readonly type: 'change-request.changes-requested';
        readonly verdictId: string;
        readonly itemIds: readonly string[];
      }
    | { readonly type: 'change-request.commented'; readonly verdictId: string }
    /** A comment names somebody; `words` are for them. */
    | {
        readonly type: 'change-request.mentioned';
        readonly userIds: readonly string[];
        readonly itemIds: readonly string[];
      }
    | { readonly type: 'change-request.verdict-withdrawn'; readonly verdictId: string }
    | {
        readonly type: 'change-request.verdict-dismissed';
        readonly verdictId: string;
        readonly reviewerId: string;
        readonly reason: string;
      }
    /** An approval no longer counts for these items; `words` are for its giver. */
    | {
        readonly type: 'change-request.approval-voided';
        readonly verdictId: string;
        readonly reviewerId: string;
        readonly itemIds: readonly string[];
      }
    | { readonly type: 'change-request.claim-overturned'; readonly itemId: string; readonly field: string }
    | { readonly type: 'change-request.acknowledged'; readonly consumerId: string; readonly itemIds: readonly string[] }
    | { readonly type: 'change-request.checked'; readonly lineId: string; readonly ticked: boolean }
    | { readonly type: 'change-request.review-asked'; readonly userId: string; readonly viaTeamId: string | null }
    /** `by` is asked in the stead of `userId`, who is away. */
    | { readonly type: 'change-request.stood-in'; readonly userId: string; readonly by: string }
    | { readonly type: 'change-request.review-taken'; readonly userId: string; readonly viaTeamId: string }
    | { readonly type: 'change-request.review-reminded'; readonly userId: string }
    /** For the author: somebody does not answer. */
    | { readonly type: 'change-request.review-unanswered'; readonly userId: string }
    | { readonly type: 'change-request.taken-over' }
    /** Items left for a follow-up request. */
    | { readonly type: 'change-request.split'; readonly followUp: number; readonly itemIds: readonly string[] }
    | { readonly type: 'change-request.split-off'; readonly from: number; readonly itemIds: readonly string[] }
    | {
        readonly type: 'change-request.emergency-asked';
        readonly emergencyId: string;
        readonly confirmerIds: readonly string[];
      }
    | { readonly type: 'change-request.emergency-withdrawn'; readonly emergencyId: string }
    /** The merge that follows goes without what is named here. */
    | {
        readonly type: 'change-request.emergency-confirmed';
        readonly emergencyId: string;
        readonly askedBy: string;
        readonly reason: string;
        readonly passedBy: readonly string[];
      }
    | { readonly type: 'change-request.emergency-reviewed'; readonly emergencyId: string }
    /** A verdict given on another request goes on for what left it. */
    | {
        readonly type: 'change-request.verdict-carried';
        readonly verdictId: string;
        readonly fromVerdictId: string;
        readonly reviewerId: string;
        readonly itemIds: readonly string[];
      }
    | { readonly type: 'change-request.closed'; readonly reason: string }
    | { readonly type: 'change-request.reopened' }
    | { readonly type: 'change-request.merged'; readonly release: number; readonly itemIds: readonly string[] }
    | { readonly type: 'change-request.status-changed'; readonly from: string; readonly to: string }
  );

export type ReviewEventType = ReviewEvent['type'];
