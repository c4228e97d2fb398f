const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** Runs something when the browser has nothing better to do; the returned function calls it off. */
export function whenIdle(run: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 500);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(run, { timeout: 3000 });
  return () => window.cancelIdleCallback(handle);
}

let isPresent = false;

/**
 * Fetches ahead what a reader may ask for next, when the browser is idle. On a phone, which is mostly only read, somebody must
 * have touched the page before; who has keys and a pointer finds it there. The returned function calls it off.
 */
export function whenPresent(run: () => void): () => void {
  if (isPresent || !window.matchMedia('(pointer: coarse)').matches) return whenIdle(run);
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

/** Comes once it is worth fetching ahead. */
export function present(): Promise<void> {
  return isPresent ? Promise.resolve() : new Promise((resolve) => whenPresent(resolve));
}
