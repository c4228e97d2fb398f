'use client';
import { useCallback, useEffect, useState } from 'react';

/** A value this browser keeps under a key; `fallback` until it is read and when there is none that can be used. */
export function useStored<T>(
  key: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
): [T, (next: T) => void] {
  const [value, setValue] = useState(fallback);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fallback and the check belong to the caller's code, not to its state.
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      setValue(isValid(kept) ? kept : fallback);
    } catch {
      setValue(fallback);
    }
  }, [key]);
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // A full or forbidden storage only costs what would have been remembered.
      }
    },
    [key],
  );
  return [value, keep];
}

/** Whether a stored value is a record of texts. */
export function isTextRecord(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string')
  );
}
