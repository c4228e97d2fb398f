'use client';
import { RadioGroup as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

export interface RadioCard<T extends string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioCardsProps<T extends string> {
  /** Names the group for those who cannot see it. */
  label: string;
  options: readonly RadioCard<T>[];
  value: T | undefined;
  onValueChange: (value: T) => void;
  columns?: 1 | 2 | 3;
  className?: string;
}

const grid = { 1: 'grid-cols-1', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' };

/** A choice of one among a few, each explained on its card. */
export function RadioCards<T extends string>({
  label,
  options,
  value,
  onValueChange,
  columns = 1,
  className,
}: RadioCardsProps<T>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onValueChange(option.value);
  };
  return (
    <Radix.Root
      aria-label={label}
      value={value ?? null}
      onValueChange={choose}
      className={cn('grid gap-2', grid[columns], className)}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className="group flex items-start gap-3 rounded-card border border-control bg-raised p-3 text-left transition-colors hover:bg-hover disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-selected"
        >
          <span
            aria-hidden
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-control group-data-[state=checked]:border-accent"
          >
            <span className="hidden size-2 rounded-full bg-accent group-data-[state=checked]:block forced-colors:bg-[Highlight]" />
          </span>
          <span className="flex min-w-0 flex-col gap-0.5">
            <span className="font-medium text-sm">{option.label}</span>
            {option.hint ? <span className="text-muted text-sm">{option.hint}</span> : null}
          </span>
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
