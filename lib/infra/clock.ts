import { AsyncLocalStorage } from 'node:async_hooks';

const told = new AsyncLocalStorage<Date>();

/** The present moment; the one place that asks the machine for it. */
export function now(): Date {
  return told.getStore() ?? new Date();
}

/** Runs something as if it were another moment: the demo's past, and tests that need time to have passed. */
export function atMoment<T>(moment: Date, run: () => T): T {
  return told.run(moment, run);
}
