import type { Page } from '@playwright/test';

/** A key that was pressed. */
export interface KeySeen {
  /** Until its next paint as Event Timing says, in milliseconds; 0 for what it leaves out, below 16 ms. */
  readonly painted: number;
  /** The id of the element that had the focus last, before the next key. */
  readonly place: string;
}

/** Begins to watch what keys do in a page; the answer gives the keys pressed since. */
export async function watchKeys(page: Page): Promise<() => Promise<KeySeen[]>> {
  await page.evaluate(watch);
  return () => page.evaluate(() => (window as unknown as { keysSeen: () => KeySeen[] }).keysSeen());
}

/** Runs in the page. */
function watch(): void {
  const keys: { at: number; painted: number; place: string }[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name !== 'keydown' && entry.name !== 'keypress') continue;
      const key = keys.findLast(({ at }) => at <= entry.startTime + 1);
      if (key) key.painted = Math.max(key.painted, entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const note = () => {
    const last = keys.at(-1);
    if (last) last.place = document.activeElement?.id ?? '';
  };
  window.addEventListener('keydown', (event) => keys.push({ at: event.timeStamp, painted: 0, place: '' }), true);
  window.addEventListener('focusin', note, true);
  (window as unknown as { keysSeen: () => KeySeen[] }).keysSeen = () => keys;
}
