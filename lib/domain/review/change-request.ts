import type { Change } from '../plan/change';

export const changeRequestStatuses = [
  'draft',
  'in-review',
  'changes-requested',
  'approved',
  'merged',
  'closed',
] as const;
/** Where a change request stands; between `draft` and `merged` it follows from the requirements. */
export type ChangeRequestStatus = (typeof changeRequestStatuses)[number];

export const changeRequestOrigins = ['editor', 'import', 'api', 'revert', 'proposal'] as const;
/** How a change request came about; a `proposal` is a viewer's and waits for somebody to take it over. */
export type ChangeRequestOrigin = (typeof changeRequestOrigins)[number];

/** What the author says about a prose edit that reads like a change of meaning: it only says the same more clearly. */
export interface Claim {
  readonly kind: 'clarification';
  readonly field: string;
  /** Set where the prose belongs to a member of the field: its key and the part. */
  readonly member: string | null;
  readonly part: string | null;
}

/** A reviewer's answer to a claim: this does change the meaning. It stands for the rest of the request. */
export interface ClaimOverturn {
  readonly itemId: string;
  readonly field: string;
  readonly member: string | null;
  readonly part: string | null;
  readonly by: string;
  readonly at: string;
}

/** One state of one change as digests: what an approval is bound to. */
export interface Cover {
  readonly itemId: string;
  /** `changeDigest` of the change as it was read. */
  readonly digest: string;
  /** The digest of the revision it replaces; `null` for a new item. */
  readonly baseDigest: string | null;
}

/** A change as the request holds it. */
export type StoredChange = Change & {
  readonly id: string;
  /** `changeDigest` of this change. */
  readonly digest: string;
  readonly claims: readonly Claim[];
  /** Everybody who ever edited it, first one first. */
  readonly editedBy: readonly string[];
  /** Earlier states that differ from this one in wording only; approvals of them count if the policy says so. */
  readonly wordingOf: readonly Cover[];
};

export const verdictKinds = ['approve', 'request-changes', 'comment'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** What a reviewer said about what they read; never edited, only lifted. */
export interface Verdict {
  readonly id: string;
  readonly reviewerId: string;
  readonly kind: VerdictKind;
  readonly body: string;
  readonly covers: readonly Cover[];
  readonly at: string;
}

/** The end of a verdict: taken back by its giver, or dismissed with a reason by somebody whom the policy names. */
export interface VerdictLift {
  readonly id: string;
  readonly verdictId: string;
  readonly kind: 'withdrawn' | 'dismissed';
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

/** An owner of a consumer has read what the changes do to it. */
export interface Acknowledgement {
  readonly id: string;
  readonly consumerId: string;
  readonly userId: string;
  readonly covers: readonly Cover[];
  readonly at: string;
}

/** Somebody ticked a line; it stands for the words they read. */
export interface Tick {
  readonly lineId: string;
  readonly words: string;
  readonly by: string;
  readonly at: string;
}

/** A proposal as the rules see it: its changes, who had a hand in them, and what was said about them. */
export interface ChangeRequest {
  readonly id: string;
  /** Shown to people and counted per plan: #42. */
  readonly number: number;
  readonly planId: string;
  readonly title: string;
  readonly reason: string;
  readonly status: ChangeRequestStatus;
  readonly origin: ChangeRequestOrigin;
  readonly authorId: string;
  /** The release its changes were last compared with. */
  readonly baseRelease: number;
  readonly lockVersion: number;
  /** By item, one each. */
  readonly changes: readonly StoredChange[];
  /** User ids of everybody who ever edited, rebased or took over; append-only, never an approver. */
  readonly contributors: readonly string[];
  /** Append-only. */
  readonly verdicts: readonly Verdict[];
  /** Append-only. */
  readonly lifts: readonly VerdictLift[];
  /** Append-only. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** Append-only. */
  readonly overturns: readonly ClaimOverturn[];
  /** Who is asked to review beside those the policy names. */
  readonly reviewerIds: readonly string[];
  /** The contributor or approver who took a viewer's proposal over. */
  readonly takenOverBy: string | null;
  /** Lines of the plan's checklist that somebody ticked. */
  readonly ticks?: readonly Tick[] | undefined;
  /** The release it was merged as. */
  readonly mergedRelease: number | null;
}

/** Whether nothing can happen to it any more but reading, discussing or reopening. */
export function isFinished(request: Pick<ChangeRequest, 'status'>): boolean {
  return request.status === 'merged' || request.status === 'closed';
}
