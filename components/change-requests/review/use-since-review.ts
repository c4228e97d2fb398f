'use client';
import { useEffect, useMemo, useRef } from 'react';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { useStored } from '../use-stored';
import { editedSince, isReviewedState, lastVerdictOf, type ReviewedState, reviewedState } from './since-review';

/** The items edited since the reader's last verdict, or `null` when there is none to go by. */
export function useSinceReview(userId: string, view: ChangeRequestView): ReadonlySet<string> | null {
  const [kept, keep] = useStored<ReviewedState | null>(`wm-reviewed:${userId}:${view.id}`, null, isReviewedState);
  const verdict = lastVerdictOf(view, userId);
  const seen = useRef(verdict?.id);
  useEffect(() => {
    // Only a verdict given while this page is open: what an older one was about is not known here.
    if (verdict && seen.current !== verdict.id) keep(reviewedState(view, verdict));
    seen.current = verdict?.id;
  }, [verdict, view, keep]);
  return useMemo(() => editedSince(view, userId, kept), [view, userId, kept]);
}
