export const requirementCodes = [
  'review.empty',
  'review.behind',
  'review.breach',
  'review.proposal',
  'review.approvals',
  'review.owner-approval',
  'review.blocked',
  'review.acknowledgement',
  'review.experiment-running',
  'review.lint',
  'review.checklist',
] as const;
export type RequirementCode = (typeof requirementCodes)[number];

/** One line of the check list between a change request and its merge: what is asked, whether it is met, who can meet it and how. */
export interface Requirement {
  readonly code: RequirementCode;
  /** Stable within a request, so that a screen keeps its place. */
  readonly key: string;
  /** What is asked, and while it is not met, what is missing: "1 approval by Growth". */
  readonly words: string;
  readonly met: boolean;
  readonly who: {
    /** People who can meet it now; empty when nobody can or anyone may. */
    readonly userIds: readonly string[];
    readonly words: string;
  };
  /** What to do, as a sentence with a verb. */
  readonly how: string;
  readonly itemIds: readonly string[];
}
