'use client';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { GridState, GridStore } from './grid-store';

/** A part of a grid's state; draws anew only when that part is another one. */
export function useGridState<T>(store: GridStore, pick: (state: GridState) => T): T {
  const latest = useRef(pick);
  latest.current = pick;
  const read = useCallback(() => latest.current(store.get()), [store]);
  return useSyncExternalStore(store.listen, read, read);
}
