'use client';
import { BellOff, Check, CheckCheck, ExternalLink, Inbox, Mail, MailOpen } from 'lucide-react';
import Link from 'next/link';
import { keysOf, type ShortcutId } from '@/components/shared/keyboard/registry';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import type { InboxEntry } from '@/lib/contracts/inbox';
import { SnoozeButton } from './snooze-button';
import { placeOf } from './words';

export interface EntryActions {
  href: string;
  isSnoozing: boolean;
  onSnoozing: (open: boolean) => void;
  onSnooze: (until: Date) => void;
  onDone: () => void;
  /** Brings a done or snoozed entry back at once. */
  onBackToInbox: () => void;
  onAcknowledge: () => void;
  onUnread: () => void;
  /** Null where there is nothing to stop watching. */
  onStopWatching: (() => void) | null;
}

/** What can be done with an entry, each with its key. */
export function TriageBar({ entry, ...act }: EntryActions & { entry: InboxEntry }) {
  const isAsleep = entry.snoozedUntil !== null && new Date(entry.snoozedUntil) > new Date();
  const isAway = entry.doneAt !== null || isAsleep;
  const mayAcknowledge = entry.news.release !== null && entry.acknowledgedAt === null;
  const isRead = entry.readAt !== null;
  const watched = entry.watched.map(({ name }) => name).join(', ');
  return (
    <div role="toolbar" aria-label="Triage" className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
      {mayAcknowledge ? (
        <Button variant="primary" onClick={act.onAcknowledge}>
          <CheckCheck aria-hidden />
          Acknowledge
          <KeyHint id="inbox.acknowledge" />
        </Button>
      ) : null}
      {isAway ? (
        <Button onClick={act.onBackToInbox}>
          <Inbox aria-hidden />
          Move to inbox
        </Button>
      ) : null}
      {entry.doneAt === null ? (
        <Button onClick={act.onDone}>
          <Check aria-hidden />
          Done
          <KeyHint id="inbox.done" />
        </Button>
      ) : null}
      <SnoozeButton open={act.isSnoozing} onOpenChange={act.onSnoozing} onSnooze={act.onSnooze} />
      {entry.doneAt === null ? (
        <IconButton
          size="control"
          label={isRead ? 'Mark unread' : 'Mark read'}
          keys={keysOf('inbox.unread')}
          onClick={act.onUnread}
        >
          {isRead ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
        </IconButton>
      ) : null}
      {act.onStopWatching ? (
        <IconButton
          size="control"
          label={`Stop watching ${watched}`}
          keys={keysOf('item.watch')}
          onClick={act.onStopWatching}
        >
          <BellOff aria-hidden />
        </IconButton>
      ) : null}
      <Button asChild variant={entry.news.kind === 'review-asked' ? 'primary' : 'secondary'}>
        <Link href={act.href}>
          <ExternalLink aria-hidden />
          {placeOf(entry).label}
        </Link>
      </Button>
    </div>
  );
}

function KeyHint({ id }: { id: ShortcutId }) {
  return <Kbd keys={keysOf(id)} className="max-lg:hidden" />;
}
