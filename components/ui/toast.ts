// Nothing is told before the page stands, so what tells it comes afterwards.
const sonner = () => import('sonner');

/** Says that something was done; with `undo` it stays until dismissed, since nobody should have to hurry. */
export function notify(
  message: string,
  options: { description?: string; undo?: () => void; undoLabel?: string } = {},
): void {
  const { description, undo, undoLabel = 'Undo' } = options;
  void sonner().then(({ toast }) =>
    toast(message, {
      ...(description ? { description } : {}),
      ...(undo
        ? { action: { label: undoLabel, onClick: undo }, duration: Number.POSITIVE_INFINITY }
        : { duration: 6000 }),
    }),
  );
}

/** Says that something failed: what happened, what was kept, what to do. It stays until dismissed. */
export function notifyFailure(message: string, options: { description?: string; retry?: () => void } = {}): void {
  const { description, retry } = options;
  void sonner().then(({ toast }) =>
    toast.error(message, {
      duration: Number.POSITIVE_INFINITY,
      ...(description ? { description } : {}),
      ...(retry ? { action: { label: 'Retry', onClick: retry } } : {}),
    }),
  );
}
