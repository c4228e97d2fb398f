'use client';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Pending, Skeleton } from '@/components/ui/skeleton';
import { ApiError, wordsFor } from '@/lib/client/http';
import type { ChangeView } from '@/lib/contracts/change-requests';
import type { ChangeCardProps } from './card-props';
import { ChangeViews } from './change-views';
import { FieldDifferences } from './field-differences';
import { groupsOf } from './review-rows';
import type { ChangeQuery } from './use-change';
import { WholeItem } from './whole-item';

/** So many differences of one item are shown at once; the others when asked for. */
const shownAtOnce = 40;

/** The differences of one item, read when the card comes near; an error stays here. */
export function ChangeBody(props: ChangeCardProps & { query: ChangeQuery }) {
  const { change, query } = props;
  const { data, error } = query;
  if (error && !data) {
    return (
      <ErrorBanner
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        requestId={error instanceof ApiError ? error.requestId : undefined}
      >
        The change of {change.name} could not be read. {wordsFor(error)}
      </ErrorBanner>
    );
  }
  return (
    <ChangeViews {...props}>
      <Pending pending={!data} skeleton={<BodySkeleton rows={Math.max(1, change.fields.length)} />}>
        {data ? <Differences {...props} data={data} /> : null}
      </Pending>
    </ChangeViews>
  );
}

function Differences({ data, ...props }: ChangeCardProps & { data: ChangeView }) {
  const [isAll, setAll] = useState(false);
  const whole = data.differences.find((one) => one.type === 'item-added' || one.type === 'item-removed');
  const groups = groupsOf(data.differences.filter((one) => one !== whole));
  const { shown, rest } = isAll ? { shown: groups, rest: 0 } : firstOf(groups);
  return (
    <>
      {whole ? <WholeItem difference={whole} data={data} /> : null}
      {shown.map((group) => (
        <FieldDifferences key={group.field ?? ''} group={group} {...props} />
      ))}
      {rest > 0 ? (
        <Button size="toolbar" variant="ghost" className="self-start" onClick={() => setAll(true)}>
          Show {rest} more {rest === 1 ? 'difference' : 'differences'}
        </Button>
      ) : null}
      {data.differences.length === 0 && data.via.length === 0 ? (
        <p className="px-2 py-1 text-base text-muted">Nothing differs from the plan any more.</p>
      ) : null}
      {data.via.length > 0 ? <Via via={data.via} /> : null}
      {data.findings.length > 0 ? (
        <ul aria-label="Conventions" className="flex flex-col gap-1 px-2 text-sm">
          {data.findings.map((finding) => (
            <li
              key={`${finding.rule} ${finding.field} ${finding.words}`}
              className="flex items-start gap-1.5 text-muted"
            >
              <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-changed" />
              <span className="min-w-0 break-words">
                {finding.words}
                {finding.excuse ? (
                  <span className="text-subtle">
                    {finding.excuse.kind === 'grandfathered'
                      ? ' Grandfathered.'
                      : ` Excused until ${finding.excuse.until}.`}
                  </span>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Items that say what they said, but use something that changes here. */
function Via({ via }: { via: ChangeView['via'] }) {
  return (
    <ul aria-label="Changed by what it uses" className="flex flex-col gap-1 px-2 text-sm">
      {via.map((one) => (
        <li key={one.itemId} className="flex flex-wrap items-center gap-2 text-muted">
          <span>
            Uses <span className="font-mono text-text">{one.name}</span>, which changes
          </span>
          <SignificanceBadge significance={one.significance} why={one.why} />
        </li>
      ))}
    </ul>
  );
}

function firstOf(groups: ReturnType<typeof groupsOf>) {
  const shown: ReturnType<typeof groupsOf> = [];
  let count = 0;
  let rest = 0;
  for (const group of groups) {
    if (count > 0 && count + group.differences.length > shownAtOnce) rest += group.differences.length;
    else {
      shown.push(group);
      count += group.differences.length;
    }
  }
  return { shown, rest };
}

function BodySkeleton({ rows }: { rows: number }) {
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">Reading the change</span>
      {Array.from({ length: Math.min(rows, 8) }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal rows that never move.
        <div key={row} className="flex h-[100px] flex-col gap-2 rounded-r-card border-border border-l-[3px] px-3 py-2">
          <Skeleton className="w-32" />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </div>
      ))}
    </div>
  );
}
