'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One sentence on what this is for. */
  description?: ReactNode;
  /** Buttons at the bottom right, the main one last. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  className?: string;
  children?: ReactNode;
}

const widths = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl' };

export const overlayStyle = 'dialog-motion fixed inset-0 z-40 bg-scrim';

export const dialogStyle =
  'dialog-motion fixed top-[12vh] left-1/2 z-50 flex max-h-[80vh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-dialog border border-border bg-raised text-text shadow-layer outline-none';

/** A question or form that must be finished or closed before going on; focus stays inside and then returns. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  size = 'medium',
  className,
  children,
}: DialogProps) {
  const focus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content
          {...focus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(dialogStyle, widths[size], className)}
        >
          <header className="px-4 pt-4 pr-14">
            <div className="flex min-w-0 flex-col gap-1">
              <Radix.Title className="font-semibold text-md">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-base text-muted">{description}</Radix.Description>
              ) : null}
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-border border-t px-4 py-3">{footer}</footer>
          ) : null}
          {/* Last, so that focus begins in the content and not on the way out. */}
          <Radix.Close asChild>
            <IconButton label="Close" keys="Escape" className="absolute top-3 right-3">
              <X aria-hidden />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
