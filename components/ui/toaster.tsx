'use client';
import { Toaster as Sonner } from 'sonner';

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
