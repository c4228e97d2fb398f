'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ErrorBanner } from '@/components/ui/error-banner';
import { PageHeader } from '@/components/ui/page-header';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { VirtualList } from '@/components/ui/virtual-list';
import { ApiError, wordsFor } from '@/lib/client/http';
import { inboxOptions, useQueuedTriage } from '@/lib/client/inbox';
import type { InboxPage } from '@/lib/contracts/inbox';
import { type InboxTab, inboxTabs } from '@/lib/contracts/inbox-tabs';
import { EmptyTab } from './empty-tab';
import { EntryPane } from './entry-pane';
import { EntryRow } from './entry-row';
import { UndoBar } from './undo-bar';
import { useInboxAddress } from './use-chosen';
import { useInboxKeys } from './use-inbox-keys';
import { tabLabels } from './words';

export interface InboxScreenProps {
  workspace: string;
  first: { readonly tab: InboxTab; readonly page: InboxPage } | null;
}

/** Everything one is told, to be worked through to nothing: a list, and beside it the thing itself. */
export function InboxScreen({ workspace, first }: InboxScreenProps) {
  const [{ tab }, setAddress] = useInboxAddress();
  const query = useInfiniteQuery({
    ...inboxOptions(workspace, tab),
    ...(first?.tab === tab ? { initialData: { pages: [first.page], pageParams: [null] } } : {}),
  });
  const pages = query.data?.pages;
  const entries = pages?.flatMap((page) => page.items) ?? [];
  const head = pages?.[0];
  const { chosen, isOpen, actions, last, undo, show, close } = useInboxKeys(workspace, tab, entries);
  const queued = useQueuedTriage(workspace);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Tabs
      value={tab}
      onValueChange={(next) => void setAddress({ tab: next as InboxTab, entry: null })}
      className="flex min-h-0 flex-1 flex-col"
    >
      <PageHeader
        title="Inbox"
        state={
          head ? (
            <span className="text-muted text-sm">{head.unread === 0 ? 'All read' : `${head.unread} unread`}</span>
          ) : null
        }
      />
      <div className="flex min-h-0 flex-1">
        <div className={`flex min-h-0 min-w-0 flex-1 flex-col lg:max-w-md ${isOpen ? 'max-lg:hidden' : ''}`}>
          <TabList aria-label="Which part of the inbox" className="px-4 pt-1">
            {inboxTabs.map((one) => (
              <Tab key={one} value={one} count={one === tab && head ? head.total : undefined}>
                {tabLabels[one]}
              </Tab>
            ))}
          </TabList>
          {queued > 0 ? (
            <p role="status" className="border-border border-b bg-surface px-4 py-1.5 text-muted text-sm">
              You are offline. {queued === 1 ? 'One change is' : `${queued} changes are`} kept and sent when you are
              back.
            </p>
          ) : null}
          {query.isError ? (
            <div className="p-3">
              <ErrorBanner
                onRetry={() => void query.refetch()}
                retrying={query.isFetching}
                requestId={query.error instanceof ApiError ? query.error.requestId : undefined}
              >
                {wordsFor(query.error)} {entries.length > 0 ? 'What you see is what was read before.' : ''}
              </ErrorBanner>
            </div>
          ) : null}
          <TabPanel value={tab} className="flex min-h-0 flex-1 flex-col pt-0">
            <Pending pending={query.isPending} skeleton={<SkeletonRows rows={8} />}>
              {entries.length > 0 ? (
                <VirtualList
                  label={`${tabLabels[tab]} entries`}
                  rows={entries}
                  rowKey={(entry) => entry.id}
                  estimatePx={104}
                  activeIndex={chosen ? entries.indexOf(chosen) : -1}
                  onNearEnd={readOn}
                >
                  {(entry) => (
                    <EntryRow
                      entry={entry}
                      isChosen={entry.id === chosen?.id}
                      onChoose={(event) => show(entry, event.detail === 0)}
                    />
                  )}
                </VirtualList>
              ) : query.isError ? null : (
                <EmptyTab
                  tab={tab}
                  nextSnoozedAt={head?.nextSnoozedAt ?? null}
                  onTab={(next) => void setAddress({ tab: next, entry: null })}
                />
              )}
            </Pending>
          </TabPanel>
          {last ? <UndoBar step={last} onUndo={undo} /> : null}
        </div>
        <div
          className={`flex min-h-0 min-w-0 flex-[2] flex-col border-border lg:border-l ${isOpen ? '' : 'max-lg:hidden'}`}
        >
          {chosen ? <EntryPane workspace={workspace} entry={chosen} onBack={close} {...actions} /> : null}
          {last && isOpen ? <UndoBar step={last} onUndo={undo} className="lg:hidden" /> : null}
        </div>
      </div>
    </Tabs>
  );
}
