'use client';
import type { MouseEvent } from 'react';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { cn } from '@/components/ui/cn';
import { RelativeTime } from '@/components/ui/relative-time';
import type { InboxEntry, NewsLine } from '@/lib/contracts/inbox';
import { ReasonTags } from './reason-tags';
import { titleOf } from './words';

/** The id by which the row of an entry is given the focus. */
export function rowId(entryId: string): string {
  return `inbox-${entryId}`;
}

export interface EntryRowProps {
  entry: InboxEntry;
  isChosen: boolean;
  onChoose: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** One piece of news in three lines: what, before → after, and why one is told. */
export function EntryRow({ entry, isChosen, onChoose }: EntryRowProps) {
  const { news } = entry;
  const isUnread = entry.readAt === null && entry.doneAt === null;
  return (
    <button
      type="button"
      id={rowId(entry.id)}
      onClick={onChoose}
      aria-current={isChosen ? 'true' : undefined}
      className="flex w-full items-start gap-2 border-border border-b px-4 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:bg-selected"
    >
      <span
        aria-hidden
        className={cn('mt-1.5 size-2 shrink-0 rounded-full', isUnread ? 'bg-accent' : 'bg-transparent')}
      />
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex items-baseline gap-2 text-sm">
          {isUnread ? <span className="sr-only">Unread: </span> : null}
          <span dir="auto" className={cn('min-w-0 flex-1 truncate', isUnread ? 'font-semibold' : 'text-muted')}>
            {titleOf(entry)}
          </span>
          <span className="shrink-0 text-muted text-xs">
            <RelativeTime at={entry.at} />
          </span>
        </span>
        <span className="line-clamp-2 text-muted text-sm">
          {news.line ? <Line line={news.line} /> : `${news.actor} ${news.words}`}
        </span>
        <span className="flex flex-wrap items-center gap-1.5">
          {news.significance ? <SignificanceBadge significance={news.significance} /> : null}
          <ReasonTags reasons={entry.reasons} />
          {entry.acknowledgedAt ? <span className="text-added text-xs">Acknowledged</span> : null}
        </span>
        {news.significance === 'meaning' || news.significance === 'breaking' ? (
          <span className="text-xs">{news.consequence}</span>
        ) : null}
      </span>
    </button>
  );
}

function Line({ line }: { line: NewsLine }) {
  const name = <span className="font-mono text-text">{line.name}</span>;
  if (line.before === null || line.after === null)
    return (
      <>
        {name} {line.sentence}
      </>
    );
  return (
    <>
      {name} {line.label}: <del className="no-underline">{line.before}</del> <span aria-hidden>→</span>
      <span className="sr-only">is now</span> <ins className="text-text no-underline">{line.after}</ins>
    </>
  );
}
