import { type RefObject, useEffect, useState } from 'react';

/** Scrolling has come to rest after this time. */
const restedMs = 400;
/** What sticks to the top of the window covers so much of the cards. */
const coveredPx = 140;

/** The item that its reader is at: the one with the cursor while it can be seen, else the first card on the screen. */
export function useItemAt(scroller: RefObject<HTMLElement | null>, cursor: string | null): string | null {
  const [itemId, setItemId] = useState(cursor);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => setItemId(itemOnScreen(box, cursor));
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(look, restedMs);
    };
    scrolled();
    box.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(timer);
      box.removeEventListener('scroll', scrolled);
    };
  }, [scroller, cursor]);
  return itemId;
}

function itemOnScreen(box: HTMLElement, cursor: string | null): string | null {
  const frame = box.getBoundingClientRect();
  const seen = [...box.querySelectorAll<HTMLElement>('article[data-item]')]
    .map((card) => ({ id: card.dataset.item ?? '', place: card.getBoundingClientRect() }))
    .filter(({ place }) => place.bottom > frame.top + coveredPx && place.top < frame.bottom)
    .toSorted((a, b) => a.place.top - b.place.top);
  if (cursor !== null && (seen.length === 0 || seen.some(({ id }) => id === cursor))) return cursor;
  // At the top of the page the reason is read, not yet an item.
  return box.scrollTop > 0 ? (seen[0]?.id ?? null) : null;
}
