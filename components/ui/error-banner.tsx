'use client';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { CopyButton } from './copy-button';

export interface ErrorBannerProps {
  /** What happened, what was kept, what to do. */
  children: ReactNode;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  /** The id of the failed request, to give to whoever runs the server. */
  requestId?: string | undefined;
  className?: string;
}

/** Something failed here, while the rest of the page goes on; offers to try again. */
export function ErrorBanner({ children, onRetry, retrying = false, requestId, className }: ErrorBannerProps) {
  return (
    <div
      role="alert"
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-removed-tint px-3 py-2 text-base text-removed',
        className,
      )}
    >
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 flex-1 break-words">{children}</div>
      {requestId ? <CopyButton value={requestId} label={`Copy the error’s id ${requestId}`} text={requestId} /> : null}
      {onRetry ? (
        <Button size="toolbar" pending={retrying} onClick={onRetry}>
          Retry
        </Button>
      ) : null}
    </div>
  );
}
