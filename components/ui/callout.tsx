import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

const tones = {
  info: { icon: Info, style: 'bg-info-bg text-info' },
  warning: { icon: TriangleAlert, style: 'bg-changed-tint text-changed' },
  problem: { icon: CircleAlert, style: 'bg-removed-tint text-removed' },
  success: { icon: CircleCheck, style: 'bg-added-tint text-added' },
};

export interface CalloutProps {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** A remark that belongs to the page: why, and the next step. */
export function Callout({ tone = 'info', title, children, action, className }: CalloutProps) {
  const { icon: Icon, style } = tones[tone];
  return (
    <div
      className={cn(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card border border-transparent px-3 py-2.5 forced-colors:border-current',
        style,
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 text-base">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="break-words text-text">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
