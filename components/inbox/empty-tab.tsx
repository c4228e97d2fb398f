'use client';
import { Inbox } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { InboxTab } from '@/lib/contracts/inbox-tabs';
import { emptyWords } from './words';

/** Nothing left under a tab, when something comes back, and the way on. */
export function EmptyTab({
  tab,
  nextSnoozedAt,
  onTab,
}: {
  tab: InboxTab;
  nextSnoozedAt: string | null;
  onTab: (tab: InboxTab) => void;
}) {
  const isWorked = tab === 'important' || tab === 'everything';
  return (
    <EmptyState
      icon={<Inbox />}
      action={
        isWorked && nextSnoozedAt ? (
          <Button onClick={() => onTab('snoozed')}>See what is snoozed</Button>
        ) : tab === 'important' ? (
          <Button onClick={() => onTab('everything')}>See everything</Button>
        ) : tab === 'everything' ? (
          <Button onClick={() => onTab('done')}>See what is done</Button>
        ) : (
          <Button onClick={() => onTab('important')}>Back to the inbox</Button>
        )
      }
    >
      {emptyWords[tab]}
      {isWorked && nextSnoozedAt ? (
        <>
          {' '}
          The next snoozed entry comes back <RelativeTime at={nextSnoozedAt} />.
        </>
      ) : null}
    </EmptyState>
  );
}
