'use client';
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { ChangeRequestState } from '@/components/shared/change-request-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Skeleton } from '@/components/ui/skeleton';
import { changeRequestOptions } from '@/lib/client/change-requests';
import { hasCode } from '@/lib/client/http';

/** Where a change request stands now, which may be further than when one was told: its state and what it lacks. */
export function RequestNow({
  place,
  number,
}: {
  place: { readonly workspace: string; readonly plan: string };
  number: number;
}) {
  const query = useQuery({
    ...changeRequestOptions(place, number),
    refetchInterval: false,
    // Another request is no stand-in for this one.
    placeholderData: () => undefined,
  });
  const request = query.data;
  if (!request) {
    if (!query.isError) return <Skeleton className="h-5 w-60" />;
    return hasCode(query.error, 'change-request.not-found') ? (
      <p className="text-base text-muted">This change request is no longer there.</p>
    ) : (
      <ErrorBanner onRetry={() => void query.refetch()} retrying={query.isFetching}>
        Where it stands now could not be read. What you were told is below.
      </ErrorBanner>
    );
  }
  const missing = request.requirements.filter((one) => !one.met);
  const isOver = request.status === 'merged' || request.status === 'closed';
  return (
    <section aria-label="Where it stands now" className="flex flex-col gap-1">
      <h3 className="flex items-center gap-2 font-medium text-subtle text-xs">
        Now <ChangeRequestState status={request.status} />
      </h3>
      <p className="text-base">{request.summary}</p>
      {isOver ? null : missing.length === 0 ? (
        <p className="flex items-center gap-1.5 text-added text-base">
          <Check aria-hidden className="size-4" />
          Everything it needs is there.
        </p>
      ) : (
        <ul className="list-disc pl-6 text-base" aria-label="What is missing">
          {missing.slice(0, 4).map((one) => (
            <li key={one.key}>
              {one.words}
              {one.who.words ? <span className="text-muted">: {one.who.words}</span> : null}
            </li>
          ))}
          {missing.length > 4 ? <li className="text-muted">and {missing.length - 4} more</li> : null}
        </ul>
      )}
    </section>
  );
}
