import type { ComponentProps } from 'react';
import { cn } from './cn';
import { boxStyle } from './input';

export interface TextareaProps extends Omit<ComponentProps<'textarea'>, 'rows'> {
  /** How many lines it has while empty; it grows with its text up to `maxRows`. */
  minRows?: number;
  maxRows?: number;
}

/** Several lines of text in a box that grows as one types. */
export function Textarea({ className, minRows = 2, maxRows = 16, style, ...props }: TextareaProps) {
  return (
    <textarea
      {...props}
      rows={minRows}
      style={{
        minHeight: `calc(${minRows} * 1.375rem + 0.75rem)`,
        maxHeight: `calc(${maxRows} * 1.375rem + 0.75rem)`,
        ...style,
      }}
      className={cn(boxStyle, 'field-sizing-content resize-y py-1.5 leading-snug', className)}
    />
  );
}
