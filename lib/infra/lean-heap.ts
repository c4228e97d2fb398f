import 'server-only';
import { setFlagsFromString } from 'node:v8';

// The engine reads this flag at each collection; 0 lets it judge by itself, which allows a heap of several times what is in use.
const strict = '--heap-growing-percent=10';
const usual = '--heap-growing-percent=0';

let running = 0;

/**
 * Does work that makes much garbage while the heap may grow by only a tenth between collections: its peak stays near what it needs,
 * for some processor time. Everything else in the process is collected as often for as long.
 */
export async function withLeanHeap<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  setFlagsFromString(strict);
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) setFlagsFromString(usual);
  }
}
