'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ChangeRow } from '@/lib/contracts/change-requests';
import { type Cursor, estimatedHeight, rowId } from './review-rows';

/** Brings a place of the diff into view and gives it the focus. */
export interface ChangeListHandle {
  readonly reveal: (cursor: Cursor) => void;
}

interface Props {
  readonly changes: readonly ChangeRow[];
  readonly isFolded: (change: ChangeRow) => boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly handle: RefObject<ChangeListHandle | null>;
  readonly children: (change: ChangeRow) => ReactNode;
}

/** For so many frames a place is looked for while its card is drawn and its diff is read. */
const mostFrames = 150;
/** For so many frames it must have rested where it can be read. */
const calmFrames = 30;
/** What sticks to the top of the window: the toolbar, and below it the head of the card. */
const stickyPx = 104;
const gapPx = 24;

/** The cards of all changes, of which only those near the window are in the page. */
export function ChangeList({ changes, isFolded, scroller, handle, children }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const virtual = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => changes[index]?.itemId ?? index,
    estimateSize: (index) => {
      const change = changes[index];
      return change ? estimatedHeight(change, isFolded(change)) : 120;
    },
    overscan: 2,
    // A card that comes near may be drawn after the frame that shows a step; two of them stand ready on either side.
    useFlushSync: false,
    scrollMargin: margin,
    scrollPaddingStart: 48,
    initialRect: { width: 700, height: 800 },
  });
  // What stands above the list grows and shrinks: a reason being edited, a notice that comes.
  useLayoutEffect(() => {
    const frame = scroller.current;
    const content = list.current?.parentElement;
    if (!frame || !content) return undefined;
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setMargin(Math.round(top - frame.getBoundingClientRect().top + frame.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    return () => observer.disconnect();
  }, [scroller]);

  const frame = useRef(0);
  useEffect(() => {
    const stop = () => cancelAnimationFrame(frame.current);
    // Whoever scrolls by hand wants to be elsewhere.
    const element = scroller.current;
    element?.addEventListener('wheel', stop, { passive: true });
    element?.addEventListener('touchmove', stop, { passive: true });
    return () => {
      stop();
      element?.removeEventListener('wheel', stop);
      element?.removeEventListener('touchmove', stop);
    };
  }, [scroller]);
  useImperativeHandle(handle, () => {
    const reveal = (cursor: Cursor) => {
      cancelAnimationFrame(frame.current);
      const index = changes.findIndex((change) => change.itemId === cursor.itemId);
      if (index < 0) return;
      let calm = 0;
      let focused: HTMLElement | null = null;
      const seek = (left: number) => {
        const card = document.getElementById(rowId({ itemId: cursor.itemId, field: null }));
        const row = document.getElementById(rowId(cursor));
        const target = row ?? card;
        if (!card || !target) virtual.scrollToIndex(index, { align: 'start' });
        else if (scroller.current) {
          if (focused !== target) target.focus({ preventScroll: true });
          focused = target;
          // Diffs above and below are still being read and push it around: look again until it rests.
          const hasMoved = bringIntoView(scroller.current, target, card);
          calm = hasMoved || !row ? 0 : calm + 1;
        }
        if (calm < calmFrames && left > 0) frame.current = requestAnimationFrame(() => seek(left - 1));
      };
      seek(mostFrames);
    };
    return { reveal };
  }, [changes, virtual, scroller]);

  return (
    <ul ref={list} aria-label="Changes" className="relative" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((row) => {
        const change = changes[row.index];
        if (!change) return null;
        return (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            aria-setsize={changes.length}
            aria-posinset={row.index + 1}
            className="absolute left-0 w-full"
            // Placed by `top`, not by a transform, so that the head of a card can stick while its diff is read.
            style={{ top: row.start - margin }}
          >
            {children(change)}
          </li>
        );
      })}
    </ul>
  );
}

/** Scrolls as little as it takes to show a row, with the head of its card when it is the first; says whether it scrolled. */
function bringIntoView(scroller: HTMLElement, row: HTMLElement, card: HTMLElement): boolean {
  const frame = scroller.getBoundingClientRect();
  const isWhole = row === card || card.querySelector('[data-field] > section') === row;
  const top = isWhole ? card.getBoundingClientRect().top - stickyPx / 2 : row.getBoundingClientRect().top - stickyPx;
  const bottom = row.getBoundingClientRect().bottom + gapPx;
  const over = top - frame.top;
  const under = bottom - frame.bottom;
  // A row higher than the window is read from its top.
  const by = over < 0 || bottom - top > frame.height ? over : Math.max(0, Math.min(under, over));
  if (Math.abs(by) < 1) return false;
  const before = scroller.scrollTop;
  scroller.scrollTop += by;
  return Math.abs(scroller.scrollTop - before) >= 1;
}
