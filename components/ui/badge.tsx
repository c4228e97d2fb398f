import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const badgeStyle = cva(
  'inline-flex h-5 max-w-full shrink-0 items-center gap-1 whitespace-nowrap rounded-control border px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'border-border bg-surface text-muted',
        added: 'border-current/25 bg-added-tint text-added',
        removed: 'border-current/25 bg-removed-tint text-removed',
        changed: 'border-current/25 bg-changed-tint text-changed',
        meaning: 'border-current/25 bg-meaning-tint text-meaning',
        breaking: 'border-transparent bg-breaking text-on-breaking',
        info: 'border-current/25 bg-info-bg text-info',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type BadgeProps = ComponentProps<'span'> & VariantProps<typeof badgeStyle>;

/** A word about the thing beside it. Colour never stands alone: give it words, and a picture where it helps. */
export function Badge({ tone, className, ...props }: BadgeProps) {
  return <span {...props} className={cn(badgeStyle({ tone }), className)} />;
}
