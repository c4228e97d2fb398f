'use client';
import { CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says that there is no network, what still works, and what does not. */
export function OfflineBanner() {
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  if (isOnline) return null;
  return (
    <div
      role="status"
      // Below, where it covers neither a title nor what can be done on the page.
      className="fixed bottom-3 left-1/2 z-50 flex w-max max-w-[calc(100vw-1.5rem)] -translate-x-1/2 items-center gap-2 rounded-card border border-border bg-changed-tint px-4 py-2 text-changed text-sm shadow-layer max-sm:bottom-16"
    >
      <CloudOff aria-hidden className="size-4 shrink-0" />
      You are offline. What you have read stays readable; nothing is saved until you are back.
    </div>
  );
}
