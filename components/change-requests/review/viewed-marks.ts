import type { ChangeRow } from '@/lib/contracts/change-requests';
import { isLoud } from './review-rows';

/** What somebody has viewed: the digest of each item's change as they saw it. */
export type ViewedMarks = Readonly<Record<string, string>>;

type Marked = Pick<ChangeRow, 'itemId' | 'digest' | 'baseDigest'>;

/** What a mark remembers of a change: an edit, or a moved base, makes it another one. */
export function markOf(change: Marked): string {
  return `${change.digest} ${change.baseDigest ?? ''}`;
}

/** `edited`: it was viewed, and has changed since. */
export function viewedState(marks: ViewedMarks, change: Marked): 'unseen' | 'viewed' | 'edited' {
  const mark = marks[change.itemId];
  if (mark === undefined) return 'unseen';
  return mark === markOf(change) ? 'viewed' : 'edited';
}

/** The marks with one change viewed, or not. */
export function withMark(marks: ViewedMarks, change: Marked, isViewed: boolean): Record<string, string> {
  const { [change.itemId]: _, ...rest } = marks;
  return isViewed ? { ...rest, [change.itemId]: markOf(change) } : rest;
}

/** How far the reading is, and which changes that matter are still unread. */
export interface ViewedProgress {
  readonly seen: number;
  readonly total: number;
  readonly unseenLoud: readonly { readonly itemId: string; readonly name: string }[];
}

/** Sums up the marks over all changes of a request. */
export function progressOf(marks: ViewedMarks, changes: readonly ChangeRow[]): ViewedProgress {
  const unseen = changes.filter((change) => viewedState(marks, change) !== 'viewed');
  return {
    seen: changes.length - unseen.length,
    total: changes.length,
    unseenLoud: unseen.filter(isLoud).map(({ itemId, name }) => ({ itemId, name })),
  };
}
