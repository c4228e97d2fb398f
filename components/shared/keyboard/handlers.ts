import { useSyncExternalStore } from 'react';
import type { ShortcutId } from './registry';

/** What acts when the keys of a shortcut are pressed. */
export interface ShortcutHandler {
  readonly id: ShortcutId;
  readonly run: (event: KeyboardEvent) => void;
  readonly isPending: boolean;
  readonly inLayer: boolean;
}

let handlers: readonly ShortcutHandler[] = [];
const listeners = new Set<() => void>();

function replace(next: readonly ShortcutHandler[]) {
  handlers = next;
  for (const listener of listeners) listener();
}

/** Adds a handler until the returned function is called; of two for one id, the one added last acts. */
export function addHandler(handler: ShortcutHandler): () => void {
  replace([...handlers, handler]);
  return () => replace(handlers.filter((other) => other !== handler));
}

/** Those who act now, the latest last. */
export function activeHandlers(): readonly ShortcutHandler[] {
  return handlers;
}

const none: readonly ShortcutHandler[] = [];

/** The same, for rendering. */
export function useActiveHandlers(): readonly ShortcutHandler[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    activeHandlers,
    () => none,
  );
}
