import { useEffect, useRef, useState } from 'react';

/** Whoever rests on a link for so long may be about to follow it; whoever passes over a list is not. */
const restMs = 80;

/** Whether somebody rests on a link with the pointer or the focus, so that its page is worth reading before the press. */
export function useReadAhead() {
  const [isPointed, setPointed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const leave = () => clearTimeout(timer.current);
  const point = () => {
    leave();
    timer.current = setTimeout(setPointed, restMs, true);
  };
  return { isPointed, point, leave };
}
