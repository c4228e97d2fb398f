/** How often screens ask while a stream tells them of every change: only to make sure. */
const whileLiveMs = 30_000;

let isLive = false;

/** Notes whether this browser hears of changes as they happen. */
export function setLive(live: boolean): void {
  isLive = live;
}

/** An interval to ask again at: its own while nobody tells of changes, a slow one while somebody does. */
export function unlessLive(intervalMs: number): () => number {
  return () => (isLive ? Math.max(intervalMs, whileLiveMs) : intervalMs);
}
