'use client';
import { useCallback, useMemo } from 'react';
import type { ChangeRow } from '@/lib/contracts/change-requests';
import { isTextRecord, useStored } from '../use-stored';
import { progressOf, type ViewedMarks, viewedState, withMark } from './viewed-marks';

const none: Record<string, string> = {};

/** What a person has viewed of a request, kept in this browser; an edit of an item takes its mark away. */
export function useViewed(userId: string, requestId: string, changes: readonly ChangeRow[]) {
  const [marks, setMarks] = useStored(`wm-viewed:${userId}:${requestId}`, none, isTextRecord);
  const progress = useMemo(() => progressOf(marks, changes), [marks, changes]);
  const stateOf = useCallback((change: ChangeRow) => viewedState(marks, change), [marks]);
  const mark = useCallback(
    (change: ChangeRow, isViewed: boolean) => setMarks(withMark(marks, change, isViewed)),
    [marks, setMarks],
  );
  return { marks: marks as ViewedMarks, progress, stateOf, mark };
}
