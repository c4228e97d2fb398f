'use client';
import { useRef } from 'react';

/**
 * Gives focus back to whatever had it before a dialog opened, or to the page's heading when that is gone. A dialog whose
 * own `autoFocus` takes the focus as it appears hands in who had it before, since it is never asked where to put it.
 */
export function useReturnFocus(before: Element | null = null) {
  const opener = useRef<Element | null>(before);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const target = opener.current?.isConnected ? opener.current : document.querySelector('main h1');
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
  };
}
