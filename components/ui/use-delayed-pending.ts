'use client';
import { useEffect, useRef, useState } from 'react';

const showAfterMs = 200;
const stayAtLeastMs = 300;

/** Whether to show that something is pending: only after 200 ms, and then for at least 300, so that nothing flickers. */
export function useDelayedPending(pending: boolean): boolean {
  const [shown, setShown] = useState(false);
  const shownAt = useRef(0);
  useEffect(() => {
    if (pending && !shown) {
      const timer = setTimeout(() => {
        shownAt.current = performance.now();
        setShown(true);
      }, showAfterMs);
      return () => clearTimeout(timer);
    }
    if (!pending && shown) {
      const rest = Math.max(0, stayAtLeastMs - (performance.now() - shownAt.current));
      const timer = setTimeout(() => setShown(false), rest);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [pending, shown]);
  return shown;
}
