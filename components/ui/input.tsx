import type { ComponentProps } from 'react';
import { cn } from './cn';

/** How every box one types into looks; 16 px on touch, so that phones do not zoom. */
export const boxStyle =
  'w-full min-w-0 rounded-control border border-control bg-bg px-2 text-base text-text transition-colors placeholder:text-subtle disabled:cursor-not-allowed disabled:bg-surface disabled:text-muted read-only:bg-surface aria-invalid:border-removed touch:text-md';

export interface InputProps extends ComponentProps<'input'> {
  /** For names, types and code. */
  mono?: boolean;
}

/** One line of text. Put it in a `Field`, which names it and ties hint and error to it. */
export function Input({ className, mono, ...props }: InputProps) {
  return <input type="text" {...props} className={cn(boxStyle, 'h-control', mono && 'font-mono text-sm', className)} />;
}
