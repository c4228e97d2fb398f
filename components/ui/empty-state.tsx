import type { ReactNode } from 'react';
import { cn } from './cn';

/** Nothing here: one sentence, and one button that is the way on. */
export function EmptyState({
  icon,
  children,
  action,
  className,
}: {
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn('flex flex-col items-center justify-center gap-4 px-4 py-12 text-center', className)}>
      {icon ? (
        <div aria-hidden className="text-subtle [&_svg]:size-6">
          {icon}
        </div>
      ) : null}
      <p className="max-w-prose text-balance text-base text-muted">{children}</p>
      {action}
    </div>
  );
}
