const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** Runs something when the browser has nothing better to do; the returned function calls it off. */
function whenIdle(run: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 500);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(run, { timeout: 3000 });
  return () => window.cancelIdleCallback(handle);
}

let isPresent = false;

/**
 * Fetches ahead what a reader may ask for next: once somebody has moved, pressed or scrolled on this visit, and the browser
 * is idle. A page that is only opened, or on a phone only read, has no use for it. The returned function calls it off.
 */
export function whenPresent(run: () => void): () => void {
  if (isPresent) return whenIdle(run);
  let stop = () => {};
  const hear = () => {
    isPresent = true;
    forget();
    stop = whenIdle(run);
  };
  const forget = () => {
    for (const sign of signs) window.removeEventListener(sign, hear);
  };
  for (const sign of signs) window.addEventListener(sign, hear, { passive: true });
  return () => {
    forget();
    stop();
  };
}

/** Comes once somebody is there. */
export function present(): Promise<void> {
  return isPresent ? Promise.resolve() : new Promise((resolve) => whenPresent(resolve));
}
