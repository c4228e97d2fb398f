'use client';
import { ErrorBanner } from '@/components/ui/error-banner';

/** A page that failed: its id to quote, and another try. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="p-4 lg:p-6">
      <ErrorBanner onRetry={reset} requestId={error.digest}>
        This page could not be shown. Nothing you wrote was lost by it.
      </ErrorBanner>
    </div>
  );
}
