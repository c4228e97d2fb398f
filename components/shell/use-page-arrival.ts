'use client';
import { usePathname } from 'next/navigation';
import { type RefObject, useEffect, useRef } from 'react';

const patienceMs = 2000;

/** After a move to another page its heading takes the focus, unless the page itself has put it somewhere. */
export function useHeadingFocus(content: RefObject<HTMLElement | null>): void {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return undefined;
    before.current = path;
    const started = performance.now();
    let frame = 0;
    const look = () => {
      const heading = content.current?.querySelector('h1');
      const active = document.activeElement;
      const isPlaced =
        active !== null && active !== document.body && content.current?.contains(active) && active !== content.current;
      if (isPlaced) return;
      if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
      else if (performance.now() - started < patienceMs) frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [path, content]);
}

/** The content scrolls in its own frame; Back and Forward return to where it stood, a new page begins at its top. */
export function useScrollMemory(content: RefObject<HTMLElement | null>): void {
  const path = usePathname();
  const isReturn = useRef(false);
  const places = useRef(new Map<string, number>());
  useEffect(() => {
    const frame = content.current;
    if (!frame) return undefined;
    const note = () => places.current.set(window.location.pathname, frame.scrollTop);
    const back = () => {
      isReturn.current = true;
    };
    frame.addEventListener('scroll', note, { passive: true });
    window.addEventListener('popstate', back);
    return () => {
      frame.removeEventListener('scroll', note);
      window.removeEventListener('popstate', back);
    };
  }, [content]);
  useEffect(() => {
    const frame = content.current;
    if (!frame) return;
    const top = isReturn.current ? (places.current.get(path) ?? 0) : 0;
    isReturn.current = false;
    if (!window.location.hash) frame.scrollTop = top;
  }, [path, content]);
}
