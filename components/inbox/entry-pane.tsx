'use client';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { planHref } from '@/components/shared/plan-href';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { Callout } from '@/components/ui/callout';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { InboxEntry } from '@/lib/contracts/inbox';
import { EntryItem } from './entry-item';
import { ReasonTags } from './reason-tags';
import { RequestNow } from './request-now';
import { type EntryActions, TriageBar } from './triage-bar';
import { WhyItCame } from './why-it-came';
import { placeOf, titleOf } from './words';

export interface EntryPaneProps extends EntryActions {
  workspace: string;
  entry: InboxEntry;
  /** Back to the list, where there is room for one of them only. */
  onBack: () => void;
}

/** The thing itself: who did what, what it does to numbers, and every change with its sides. */
export function EntryPane({ workspace, entry, onBack, ...actions }: EntryPaneProps) {
  const { news } = entry;
  const place = { workspace, plan: entry.plan.slug };
  const isLoud = news.significance === 'meaning' || news.significance === 'breaking';
  return (
    <article aria-labelledby="inbox-entry" className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-col gap-2 border-border border-b px-4 py-3 lg:px-6">
        <div className="flex items-start gap-2">
          <IconButton label="Back to the list" keys="Escape" onClick={onBack} className="lg:hidden">
            <ArrowLeft aria-hidden />
          </IconButton>
          <TriageBar entry={entry} {...actions} />
        </div>
        <h2 id="inbox-entry" className="break-words font-semibold text-md" dir="auto">
          <Link href={planHref(place, placeOf(entry).path)} className="underline-offset-2 hover:underline">
            {titleOf(entry)}
          </Link>
        </h2>
        <p className="text-muted text-sm">
          {news.actor} {news.words} · <RelativeTime at={entry.at} /> · {entry.plan.name}
        </p>
        <p className="flex flex-wrap items-center gap-1.5">
          {news.significance ? <SignificanceBadge significance={news.significance} /> : null}
          <ReasonTags reasons={entry.reasons} />
          {entry.acknowledgedAt ? (
            <span className="text-added text-sm">
              You acknowledged this <RelativeTime at={entry.acknowledgedAt} />
            </span>
          ) : null}
        </p>
      </header>
      <div key={entry.id} className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto px-4 py-4 lg:px-6">
        {isLoud ? (
          <Callout tone="warning" title={news.consequence}>
            {news.release
              ? `Since release ${news.release.number}, ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(news.release.at))}.`
              : 'Once this is merged; nothing has changed yet.'}
          </Callout>
        ) : null}
        {news.request?.reason ? (
          <section aria-label="Why">
            <h3 className="font-medium text-subtle text-xs">Why</h3>
            <p className="max-w-prose whitespace-pre-line break-words text-base" dir="auto">
              {news.request.reason}
            </p>
          </section>
        ) : null}
        {news.release || !news.request ? null : <RequestNow place={place} number={news.request.number} />}
        {news.items.map((item) => (
          <EntryItem key={item.itemId} place={place} item={item} release={news.release?.number} />
        ))}
        <WhyItCame workspace={workspace} entry={entry} />
        {news.omitted > 0 ? (
          <p className="text-muted text-sm">
            {news.omitted === 1 ? 'One more item changes. ' : `${news.omitted} more items change. `}
            <Link href={planHref(place, placeOf(entry).path)} className="text-accent underline underline-offset-2">
              See all of it
            </Link>
          </p>
        ) : null}
        {news.items.length === 0 ? <p className="text-base text-muted">It changes nothing in the plan.</p> : null}
      </div>
    </article>
  );
}
