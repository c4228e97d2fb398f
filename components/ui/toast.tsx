'use client';
import { Toaster as Sonner, toast } from 'sonner';

/** Where toasts appear; once, in the shell. */
export function Toaster({ theme }: { theme: 'light' | 'dark' | 'system' }) {
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      closeButton
      visibleToasts={3}
      offset={16}
      mobileOffset={{ bottom: 72 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-card border border-border bg-raised px-3 py-2.5 font-sans text-sm text-text shadow-layer',
          content: 'min-w-0 flex-1',
          description: 'text-muted',
          actionButton:
            'h-toolbar shrink-0 rounded-control border border-control px-2 font-medium text-sm hover:bg-hover order-2',
          closeButton:
            'order-3 inline-flex size-6 shrink-0 items-center justify-center rounded-control text-subtle hover:bg-hover hover:text-text',
          error: 'border-removed',
        },
      }}
    />
  );
}

/** Says that something was done; with `undo` it stays until dismissed, since nobody should have to hurry. */
export function notify(
  message: string,
  options: { description?: string; undo?: () => void; undoLabel?: string } = {},
): void {
  const { description, undo, undoLabel = 'Undo' } = options;
  toast(message, {
    ...(description ? { description } : {}),
    ...(undo
      ? { action: { label: undoLabel, onClick: undo }, duration: Number.POSITIVE_INFINITY }
      : { duration: 6000 }),
  });
}

/** Says that something failed: what happened, what was kept, what to do. It stays until dismissed. */
export function notifyFailure(message: string, options: { description?: string; retry?: () => void } = {}): void {
  const { description, retry } = options;
  toast.error(message, {
    duration: Number.POSITIVE_INFINITY,
    ...(description ? { description } : {}),
    ...(retry ? { action: { label: 'Retry', onClick: retry } } : {}),
  });
}
