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
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  useImperativeHandle(handle, () => {
    const reveal = (cursor: Cursor) => {
      cancelAnimationFrame(frame.current);
      const index = changes.findIndex((change) => change.itemId === cursor.itemId);
      if (index < 0) return;
      const seek = (left: number) => {
        const card = document.getElementById(rowId({ itemId: cursor.itemId, field: null }));
        const row = document.getElementById(rowId(cursor));
        if (!card) virtual.scrollToIndex(index, { align: 'start' });
        if (row) {
          if (row !== card && isFirstIn(card, row)) card?.scrollIntoView({ block: 'nearest' });
          row.scrollIntoView({ block: 'nearest' });
          row.focus({ preventScroll: true });
          return;
        }
        if (left > 0) frame.current = requestAnimationFrame(() => seek(left - 1));
        else card?.focus({ preventScroll: true });
      };
      seek(mostFrames);
    };
    return { reveal };
  }, [changes, virtual]);

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

function isFirstIn(card: HTMLElement | null, row: HTMLElement): boolean {
  return card?.querySelector('[data-field] > section') === row;
}
