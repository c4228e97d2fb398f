'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/select';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { Total } from '@/components/ui/table';
import { type ActivityOf, activityOptions } from '@/lib/client/activity';
import type { ActivityEntry } from '@/lib/contracts/activity';
import type { Page } from '@/lib/contracts/common';
import { type ActivityKind, activityKinds } from '@/lib/domain/activity/activity';
import { ActivityRow } from './activity-row';
import { DayHeading } from './day-heading';
import { useDays } from './use-days';

const labels: Record<ActivityKind, string> = {
  proposed: 'Proposals',
  edited: 'Edits',
  reviewed: 'Reviews',
  discussed: 'Discussions',
  merged: 'Merges',
  announced: 'Announcements',
  rules: 'Rules of the plan',
};
const options = [
  { value: 'all', label: 'Everything' },
  ...activityKinds.map((kind) => ({ value: kind, label: labels[kind] })),
];

interface Props {
  readonly of: ActivityOf;
  /** The first page of everything, read by the server. */
  readonly first: Page<ActivityEntry> | null;
  /** What it says when nothing was ever done. */
  readonly empty: string;
}

/** What was done, by day, the latest first; all of it or what is of one kind. */
export function ActivityList({ of, first, empty }: Props) {
  const [kind, setKind] = useQueryState(
    'kind',
    parseAsStringLiteral(activityKinds).withOptions({ history: 'replace' }),
  );
  const query = useInfiniteQuery({
    ...activityOptions(of, kind),
    ...(first && kind === null ? { initialData: { pages: [first], pageParams: [null] } } : {}),
  });
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex min-w-0 max-w-4xl flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Select
          aria-label="Which activity"
          size="toolbar"
          className="w-48"
          options={options}
          value={kind ?? 'all'}
          onValueChange={(value) => void setKind(activityKinds.find((one) => one === value) ?? null)}
        />
        {query.data ? <Total count={query.data.pages[0]?.total ?? 0} one="entry" many="entries" /> : null}
      </div>
      <QueryError query={query} />
      <Pending
        pending={query.isPending && !query.isError}
        skeleton={<SkeletonRows rows={8} label="Reading activity" />}
      >
        {entries.length > 0 ? (
          <Days of={of} entries={entries} />
        ) : query.data && !query.isPlaceholderData ? (
          <EmptyState
            action={kind === null ? undefined : <Button onClick={() => void setKind(null)}>Show everything</Button>}
          >
            {kind === null ? empty : `There is nothing under ${labels[kind].toLowerCase()} yet.`}
          </EmptyState>
        ) : null}
      </Pending>
      {query.hasNextPage ? (
        <Button className="self-start" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier activity
        </Button>
      ) : null}
    </div>
  );
}

function Days({ of, entries }: { of: ActivityOf; entries: readonly ActivityEntry[] }) {
  const shows = { who: of.type !== 'person', plan: of.type === 'person' };
  return useDays(entries).map(({ day, rows }) => (
    <section key={day} aria-label={day}>
      <DayHeading day={day} />
      <ol>
        {rows.map((row) => (
          <ActivityRow key={row.last.id} workspace={of.workspace} row={row} shows={shows} />
        ))}
      </ol>
    </section>
  ));
}
