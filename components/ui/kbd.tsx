'use client';
import { useSyncExternalStore } from 'react';
import { cn } from './cn';
import { keyLabels } from './key-labels';

const never = () => () => {};

/** Whether this browser runs on an Apple system; false on the server and until hydration. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    never,
    () => /mac|iphone|ipad|ipod/i.test(navigator.platform || navigator.userAgent),
    () => false,
  );
}

/** The keys of an action as caps, such as `mod+k` or `g e`; hidden where there is only touch. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const labels = keyLabels(keys, useIsApple());
  return (
    <span className={cn('inline-flex items-center gap-0.5 touch:hidden', className)} aria-hidden>
      {labels.map((label, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: a key may occur twice in a sequence and never moves.
          key={index}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-control border border-border bg-surface px-1 font-medium font-sans text-muted text-xs leading-none"
        >
          {label}
        </kbd>
      ))}
    </span>
  );
}
