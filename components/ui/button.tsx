'use client';
import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps, MouseEvent } from 'react';
import { cn } from './cn';
import { Spinner } from './spinner';
import { useDelayedPending } from './use-delayed-pending';

export const buttonStyle = cva(
  'hit-area inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium text-sm transition-colors select-none disabled:cursor-not-allowed aria-disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-on-accent hover:not-disabled:bg-accent/90 forced-colors:border-current',
        secondary: 'border-control bg-raised text-text hover:not-disabled:bg-hover',
        ghost: 'border-transparent bg-transparent text-muted hover:not-disabled:bg-hover hover:not-disabled:text-text',
        danger:
          'border-transparent bg-breaking text-on-breaking hover:not-disabled:bg-breaking/90 forced-colors:border-current',
      },
      size: { control: 'h-control px-3', toolbar: 'h-toolbar px-2', large: 'h-10 px-4 text-base' },
    },
    defaultVariants: { variant: 'secondary', size: 'control' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonStyle> {
  /** Renders the only child (a link) in the look of a button. */
  asChild?: boolean;
  /** The action is under way: the button keeps its place and focus, and does nothing on a second press. */
  pending?: boolean;
  /** Why it cannot be pressed, said to everyone; the button then stays in the tab order. */
  unavailable?: string | undefined;
}

/** The one button: `primary` once a page, `danger` for what is hard to undo. */
export function Button({
  className,
  variant,
  size,
  asChild,
  pending = false,
  unavailable,
  children,
  onClick,
  ...props
}: ButtonProps) {
  const turning = useDelayedPending(pending);
  const classes = cn(buttonStyle({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root data-print="hide" className={classes} {...(props as ComponentProps<typeof Slot.Root>)}>
        {children}
      </Slot.Root>
    );
  }
  const blocked = pending || unavailable !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      data-print="hide"
      {...props}
      className={classes}
      onClick={press}
      aria-disabled={blocked || props['aria-disabled']}
      aria-busy={pending || undefined}
      title={unavailable ?? props.title}
    >
      {turning ? <Spinner /> : null}
      {children}
    </button>
  );
}
