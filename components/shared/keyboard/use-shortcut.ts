'use client';
import { useEffect, useRef } from 'react';
import { addHandler } from './handlers';
import type { ShortcutId } from './registry';

export interface ShortcutOptions {
  /** Off, it neither acts nor is listed on the sheet. */
  enabled?: boolean;
  /** While its action is under way it does not act again. */
  isPending?: boolean;
  /** The handler belongs to a dialog or another layer, and acts while that has the keyboard. */
  inLayer?: boolean;
}

/** Makes the keys of a shortcut act while this component is there. */
export function useShortcut(id: ShortcutId, run: (event: KeyboardEvent) => void, options: ShortcutOptions = {}): void {
  const { enabled = true, isPending = false, inLayer = false } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    return addHandler({ id, run: (event) => latest.current(event), isPending, inLayer });
  }, [id, enabled, isPending, inLayer]);
}
