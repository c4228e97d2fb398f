import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const badgeStyle = cva(
  'inline-flex h-5 max-w-full shrink-0 items-center gap-1 whitespace-nowrap rounded-control border px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'border-border bg-surface text-muted',
        added: 'border-transparent bg-added-tint text-added forced-colors:border-current',
        removed: 'border-transparent bg-removed-tint text-removed forced-colors:border-current',
        changed: 'border-transparent bg-changed-tint text-changed forced-colors:border-current',
        meaning: 'border-transparent bg-meaning-tint text-meaning forced-colors:border-current',
        breaking: 'border-transparent bg-breaking text-on-breaking forced-colors:border-current',
        info: 'border-transparent bg-info-bg text-info forced-colors:border-current',
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
