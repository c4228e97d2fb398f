import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let minutes = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  minutes += 1;
  for (const changed of listeners) changed();
}

function listen(changed: () => void): () => void {
  // The first ones have been hydrated with the server's words; those that come later begin with the right ones.
  if (minutes === 0 && listeners.size === 0) setTimeout(tick);
  timer ??= setInterval(tick, 60_000);
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Draws anew each minute, all of a page at once; 0 on the server and while its words are taken over. */
export function useMinute(): number {
  return useSyncExternalStore(
    listen,
    () => minutes,
    () => 0,
  );
}
