'use client';
import { Check, Minus } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export interface CheckboxProps extends Omit<ComponentProps<'button'>, 'children' | 'role' | 'type' | 'value'> {
  checked: boolean | 'indeterminate';
  onCheckedChange: (checked: boolean) => void;
}

/** On, off or partly; name it by a `Label` or `aria-label`. A list has one a row, so it is no more than a button. */
export function Checkbox({ className, checked, onCheckedChange, onClick, onKeyDown, ...props }: CheckboxProps) {
  const isPartly = checked === 'indeterminate';
  const Sign = isPartly ? Minus : Check;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native box cannot be drawn in the plan's own look.
    <button
      data-print="hide"
      {...props}
      type="button"
      role="checkbox"
      aria-checked={isPartly ? 'mixed' : checked}
      data-state={isPartly ? 'indeterminate' : checked ? 'checked' : 'unchecked'}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) onCheckedChange(isPartly || !checked);
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        // A box is pressed with Space; Enter belongs to the form or the list around it.
        if (event.key === 'Enter') event.preventDefault();
      }}
      className={cn(
        'hit-area inline-flex size-4 shrink-0 items-center justify-center rounded-control border border-control bg-bg text-on-accent transition-colors disabled:opacity-60 aria-invalid:border-removed data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent',
        className,
      )}
    >
      {checked === false ? null : <Sign aria-hidden className="size-3" strokeWidth={3} />}
    </button>
  );
}
