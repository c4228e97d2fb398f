'use client';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { useDelayedPending } from './use-delayed-pending';

/** A grey stand-in with the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-4 animate-pulse rounded-control bg-hover', className)} />;
}

const widths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4'];

/** Rows of a list that is being read, with the height of the real ones. */
export function SkeletonRows({ rows = 12, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="animate-[appear_160ms]">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal rows that never move.
        <div key={row} className="flex h-row items-center gap-6 border-border border-b px-2">
          <Skeleton className="w-40 shrink-0" />
          <Skeleton className={cn(widths[row % widths.length])} />
        </div>
      ))}
    </div>
  );
}

/** Shows `skeleton` while pending, but never for a blink: after 200 ms, for at least 300; the space stays empty before. */
export function Pending({
  pending,
  skeleton,
  children,
}: {
  pending: boolean;
  skeleton: ReactNode;
  children: ReactNode;
}) {
  const shown = useDelayedPending(pending);
  if (shown) return skeleton;
  if (pending)
    return (
      <div aria-hidden className="invisible">
        {skeleton}
      </div>
    );
  return children;
}
