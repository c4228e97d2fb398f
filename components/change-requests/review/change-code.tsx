'use client';
import { useQuery } from '@tanstack/react-query';
import { CodeDiff } from '@/components/shared/diff/code-diff';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Pending } from '@/components/ui/skeleton';
import { changeCodeOptions } from '@/lib/client/change-code';
import { ApiError, wordsFor } from '@/lib/client/http';
import type { CodeViewName } from '@/lib/contracts/change-code';
import { counted } from '@/lib/kit/grouped';
import type { ChangeCardProps } from './card-props';
import { CodeSkeleton } from './code-skeleton';

/** What the change of one item does to schemas or calls, read when it is asked for. */
export function ChangeCode({
  place,
  request,
  change,
  view,
}: Pick<ChangeCardProps, 'place' | 'request' | 'change'> & { view: CodeViewName }) {
  const query = useQuery(changeCodeOptions(place, request.number, change.itemId, request.lockVersion, view));
  const { data, error } = query;
  if (error && !data) {
    return (
      <ErrorBanner
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        requestId={error instanceof ApiError ? error.requestId : undefined}
      >
        The code of {change.name} could not be read. {wordsFor(error)}
      </ErrorBanner>
    );
  }
  return (
    <Pending pending={!data} skeleton={<CodeSkeleton />}>
      {data ? (
        <div className="flex flex-col gap-2">
          {data.pieces.length === 0 ? (
            <p className="px-2 py-1 text-base text-muted">
              {view === 'snippet' ? 'Nothing changes for code: the calls stay as they are.' : nothing}
            </p>
          ) : null}
          {data.pieces.map(({ key, label, before, after }) => (
            <CodeDiff key={key} label={label} before={before} after={after} />
          ))}
          {data.more > 0 ? (
            <p className="px-2 text-muted text-sm">
              It reaches {counted(data.more, 'more event')}, not compared here. An export of this request holds them
              all.
            </p>
          ) : null}
        </div>
      ) : null}
    </Pending>
  );
}

const nothing = 'Nothing changes for code: the schemas stay as they are.';
