'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Input } from '@/components/ui/input';
import { PageHeader } from '@/components/ui/page-header';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { Tooltip } from '@/components/ui/tooltip';
import { useRested } from '@/components/ui/use-rested';
import { VirtualList } from '@/components/ui/virtual-list';
import { type ChangeRequestTab, changeRequestListOptions } from '@/lib/client/change-requests';
import { ApiError, wordsFor } from '@/lib/client/http';
import type { ChangeRequestRow } from '@/lib/contracts/change-requests';
import { changeRequestTabs } from '@/lib/contracts/change-requests';
import type { Page } from '@/lib/contracts/common';
import { RequestRow } from './list/request-row';
import { emptyWords } from './list/row-words';
import { NewRequestDialog } from './new-request-dialog';

const labels: Record<ChangeRequestTab, string> = {
  'needs-me': 'Needs me',
  mine: 'Mine',
  open: 'Open',
  merged: 'Merged',
  closed: 'Closed',
};

export interface ListScreenProps {
  readonly first: { readonly tab: ChangeRequestTab; readonly q: string; readonly page: Page<ChangeRequestRow> } | null;
}

/** Where every change request stands: tabs in the address, rows that say what is missing. */
export function ListScreen({ first }: ListScreenProps) {
  const plan = usePlan();
  const router = useRouter();
  const [state, setState] = useQueryStates(
    { tab: parseAsStringLiteral(changeRequestTabs).withDefault('open'), q: parseAsString.withDefault('') },
    { history: 'replace', shallow: true },
  );
  const [active, setActive] = useState(-1);
  const [isCreating, setCreating] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const q = useRested(state.q, 150);
  const isSeeded = first !== null && first.tab === state.tab && first.q === q;
  const query = useInfiniteQuery({
    ...changeRequestListOptions(plan, state.tab, q),
    ...(isSeeded ? { initialData: { pages: [first.page], pageParams: [null] } } : {}),
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const at = Math.min(active, rows.length - 1);
  const hrefOf = (row: ChangeRequestRow) => planHref(plan, `change-requests/${row.number}`);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const move = (step: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    setActive(Math.max(0, Math.min(rows.length - 1, at + step)));
  };
  useShortcut('list.next', move(1));
  useShortcut('list.previous', move(-1));
  useShortcut('list.open', () => {
    const row = rows[at];
    if (row) router.push(hrefOf(row));
  });
  useShortcut('filter.focus', (event) => {
    event.preventDefault();
    search.current?.focus();
  });
  return (
    <Tabs
      value={state.tab}
      onValueChange={(tab) => void setState({ tab: tab as ChangeRequestTab })}
      className="flex min-h-0 flex-1 flex-col"
    >
      <PageHeader
        title="Change requests"
        secondary={
          <Tooltip label="Propose a new item" keys={keysOf('item.propose')}>
            <Button className="max-sm:hidden" asChild>
              <Link href={planHref(plan, 'change-requests/new')}>Propose event</Link>
            </Button>
          </Tooltip>
        }
        primary={
          <Button variant="primary" onClick={() => setCreating(true)}>
            New change request
          </Button>
        }
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-border border-b px-4 pt-1.5 max-sm:pb-2 lg:px-6">
        <TabList aria-label="Which change requests" className="min-w-0 flex-1 border-b-0 max-sm:basis-full">
          {changeRequestTabs.map((tab) => (
            <Tab key={tab} value={tab} count={tab === state.tab && query.data ? total : undefined}>
              {labels[tab]}
            </Tab>
          ))}
        </TabList>
        <Input
          ref={search}
          type="search"
          aria-label="Search change requests"
          placeholder="Title or number"
          className="h-toolbar sm:w-64"
          value={state.q}
          onChange={(event) => void setState({ q: event.target.value === '' ? null : event.target.value })}
        />
      </div>
      {query.isError ? (
        <div className="px-4 pt-3 lg:px-6">
          <ErrorBanner
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            requestId={query.error instanceof ApiError ? query.error.requestId : undefined}
          >
            {wordsFor(query.error)} {rows.length > 0 ? 'What you see is what was read before.' : ''}
          </ErrorBanner>
        </div>
      ) : null}
      <TabPanel value={state.tab} tabIndex={-1} className="flex min-h-0 flex-1 flex-col pt-0">
        <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={8} />}>
          {rows.length === 0 && !query.isError ? (
            <EmptyState
              action={
                state.q !== '' ? (
                  <Button onClick={() => void setState({ q: null })}>Clear the search</Button>
                ) : state.tab === 'needs-me' ? (
                  <Button onClick={() => void setState({ tab: 'open' })}>See what is open</Button>
                ) : (
                  <Button asChild>
                    <Link href={planHref(plan, 'change-requests/new')}>Propose event</Link>
                  </Button>
                )
              }
            >
              {emptyWords(state.tab, state.q)}
            </EmptyState>
          ) : (
            <VirtualList
              label={`${labels[state.tab]} change requests`}
              rows={rows}
              rowKey={(row) => row.id}
              estimatePx={68}
              activeIndex={at}
              onNearEnd={readOn}
            >
              {(row, index) => (
                <RequestRow row={row} href={hrefOf(row)} isActive={index === at} onPoint={() => setActive(index)} />
              )}
            </VirtualList>
          )}
        </Pending>
      </TabPanel>
      <NewRequestDialog open={isCreating} onOpenChange={setCreating} />
    </Tabs>
  );
}
