import type { ComponentProps } from 'react';
import { cn } from './cn';

/** The visible name of a control. */
export function Label({ className, ...props }: ComponentProps<'label'>) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the caller ties it by htmlFor or by nesting.
  return <label {...props} className={cn('font-medium text-sm text-text', className)} />;
}
