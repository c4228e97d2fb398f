import type { ChangeRequestView, VerdictView } from '@/lib/contracts/change-requests';
import { isOnItsWay } from '../review-side/decide';
import { markOf } from './viewed-marks';

/** The changes as they stood when a verdict of the reader was first seen by this browser. */
export interface ReviewedState {
  readonly verdictId: string;
  readonly marks: Readonly<Record<string, string>>;
}

/** The reader's latest verdict; undefined before the first. */
export function lastVerdictOf(view: Pick<ChangeRequestView, 'verdicts'>, userId: string): VerdictView | undefined {
  return view.verdicts
    .filter((verdict) => verdict.reviewer.id === userId && !isOnItsWay(verdict))
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/** The state to remember with a verdict just given. */
export function reviewedState(view: Pick<ChangeRequestView, 'changes'>, verdict: VerdictView): ReviewedState {
  return { verdictId: verdict.id, marks: Object.fromEntries(view.changes.map((one) => [one.itemId, markOf(one)])) };
}

/**
 * The items that differ from what the reader's last verdict was about; `null` when that is not known:
 * no verdict, or one given in another browser that approved nothing.
 */
export function editedSince(
  view: Pick<ChangeRequestView, 'changes' | 'verdicts'>,
  userId: string,
  kept: ReviewedState | null,
): ReadonlySet<string> | null {
  const verdict = lastVerdictOf(view, userId);
  if (!verdict) return null;
  if (kept?.verdictId === verdict.id) {
    const edited = view.changes.filter((change) => kept.marks[change.itemId] !== markOf(change));
    return new Set(edited.map((change) => change.itemId));
  }
  if (verdict.kind !== 'approve') return null;
  const present = new Set(view.changes.map((change) => change.itemId));
  return new Set(verdict.voided.map((one) => one.itemId).filter((itemId) => present.has(itemId)));
}

/** Whether a stored value is a reviewed state. */
export function isReviewedState(value: unknown): value is ReviewedState | null {
  if (value === null) return true;
  if (typeof value !== 'object' || !('verdictId' in value) || !('marks' in value)) return false;
  return typeof value.verdictId === 'string' && typeof value.marks === 'object' && value.marks !== null;
}
