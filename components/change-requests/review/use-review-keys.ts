'use client';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { announce } from '@/components/ui/announce';
import { copyText } from '@/components/ui/copy-button';
import { notify } from '@/components/ui/toast';
import type { ChangeRow } from '@/lib/contracts/change-requests';
import { type Cursor, stepFrom } from './review-rows';

interface Actions {
  readonly changes: readonly ChangeRow[];
  readonly stops: readonly Cursor[];
  readonly cursor: Cursor | null;
  readonly goTo: (cursor: Cursor) => void;
  readonly toggleViewed: (change: ChangeRow) => void;
  readonly comment: (cursor: Cursor) => void;
  readonly edit: (change: ChangeRow) => void;
  readonly openMenu: (itemId: string) => void;
  readonly toggleLayout: () => void;
  readonly toggleLoud: () => void;
}

/** The keys of a review that move through the diff and act where the reader stands. */
export function useReviewKeys(actions: Actions): void {
  const { changes, stops, cursor, goTo } = actions;
  const current = changes.find((change) => change.itemId === cursor?.itemId);
  const isEnabled = changes.length > 0;
  const step = (by: 1 | -1) => () => {
    const next = stepFrom(stops, cursor, by);
    if (!next) return;
    if (next.itemId === cursor?.itemId && next.field === cursor.field)
      announce(by === 1 ? 'This is the last change' : 'This is the first change');
    goTo(next);
  };
  const here = (run: (change: ChangeRow) => void) => (event: KeyboardEvent) => {
    const change = current ?? changes[0];
    if (!change) return;
    event.preventDefault();
    if (!current) goTo({ itemId: change.itemId, field: null });
    run(change);
  };
  const options = { enabled: isEnabled };
  useShortcut('review.next', step(1), options);
  useShortcut('review.previous', step(-1), options);
  useShortcut('review.viewed', here(actions.toggleViewed), options);
  useShortcut(
    'review.comment',
    here((change) => actions.comment(cursor ?? { itemId: change.itemId, field: null })),
    options,
  );
  useShortcut('item.edit', here(actions.edit), options);
  useShortcut(
    'item.actions',
    here((change) => actions.openMenu(change.itemId)),
    options,
  );
  useShortcut('review.layout', actions.toggleLayout, options);
  useShortcut('review.filter', actions.toggleLoud, options);
  useShortcut('item.copy-link', () => void copyText(location.href).then((done) => done && notify('Link copied')));
}
