'use client';
import { useCallback, useEffect, useState } from 'react';

/** A text that this browser keeps until it is sent; empty texts leave no trace. */
export function useCommentDraft(key: string): [string, (next: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => {
    try {
      setText(localStorage.getItem(key) ?? '');
    } catch {
      setText('');
    }
  }, [key]);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === '') localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch {
        // A full or forbidden storage only costs the draft after a reload.
      }
    },
    [key],
  );
  return [text, keep];
}
