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
      className="fixed inset-x-0 top-0 z-50 flex items-center justify-center gap-2 bg-changed-tint px-4 py-1.5 text-changed text-sm"
    >
      <CloudOff aria-hidden className="size-4 shrink-0" />
      You are offline. What you have read stays readable; nothing is saved until you are back.
    </div>
  );
}
