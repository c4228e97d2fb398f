'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export interface ChipProps {
  children: ReactNode;
  /** Gives the chip a button that takes it away; `removeLabel` names it. */
  onRemove?: () => void;
  removeLabel?: string;
  className?: string;
}

/** A filter or tag that can be taken away. */
export function Chip({ children, onRemove, removeLabel = 'Remove', className }: ChipProps) {
  return (
    <span
      className={cn(
        'inline-flex h-6 max-w-full items-center gap-1 rounded-control border border-border bg-surface px-2 text-sm',
        onRemove && 'pr-0.5',
        className,
      )}
    >
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="hit-area inline-flex size-5 shrink-0 items-center justify-center rounded-control text-subtle hover:bg-hover hover:text-text"
        >
          <X aria-hidden className="size-3" />
        </button>
      ) : null}
    </span>
  );
}
