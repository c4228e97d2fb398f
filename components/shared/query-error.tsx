'use client';
import { ErrorBanner } from '@/components/ui/error-banner';
import { wordsFor } from '@/lib/client/http';

/** What kept something from being read, with the way to try again; nothing while nothing did. */
export function QueryError({
  query,
}: {
  query: { readonly error: Error | null; readonly isFetching: boolean; readonly refetch: () => unknown };
}) {
  if (!query.error) return null;
  return (
    <ErrorBanner onRetry={() => void query.refetch()} retrying={query.isFetching}>
      {wordsFor(query.error)}
    </ErrorBanner>
  );
}
