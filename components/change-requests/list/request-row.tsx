'use client';
import { GitPullRequestIcon, MessageSquare } from 'lucide-react';
import Link from 'next/link';
import { ChangeRequestState } from '@/components/shared/change-request-state';
import { PersonChip } from '@/components/shared/person-chip';
import { SignificanceCounts } from '@/components/shared/significance-badge';
import { useReadAhead } from '@/components/shared/use-read-ahead';
import { cn } from '@/components/ui/cn';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ChangeRequestRow } from '@/lib/contracts/change-requests';
import { counted } from '@/lib/kit/grouped';
import { missingWords, verdictWords } from './row-words';

/** One change request: what it is, how loud, what was said, what is missing. */
export function RequestRow({
  row,
  href,
  isActive,
  onPoint,
}: {
  row: ChangeRequestRow;
  href: string;
  isActive: boolean;
  onPoint: () => void;
}) {
  const ahead = useReadAhead();
  const verdicts = verdictWords(row);
  const missing = missingWords(row);
  return (
    <Link
      href={href}
      prefetch={ahead.isPointed}
      onMouseEnter={ahead.point}
      onMouseLeave={ahead.leave}
      onFocus={() => {
        onPoint();
        ahead.point();
      }}
      onBlur={ahead.leave}
      data-active={isActive || undefined}
      className="flex flex-col gap-1 border-border border-b px-4 py-2.5 transition-colors hover:bg-hover focus-visible:-outline-offset-2 data-active:bg-hover data-active:shadow-[inset_2px_0_0_var(--accent)] lg:px-6"
    >
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 break-words font-medium text-base" dir="auto">
          <span className="text-subtle tabular-nums">#{row.number}</span> {row.title}
        </span>
        <ChangeRequestState status={row.status} />
        <SignificanceCounts counts={row.counts} />
        {row.conflicts > 0 ? (
          <span className="inline-flex items-center gap-1 text-changed text-sm">
            <GitPullRequestIcon aria-hidden className="size-4" />
            The plan moved
          </span>
        ) : null}
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
        <PersonChip name={row.author.name} />
        <span>
          {counted(row.changes, 'change')} · <RelativeTime at={row.updatedAt} />
        </span>
        {verdicts ? <span className={cn(row.blocking.length > 0 && 'text-changed')}>{verdicts}</span> : null}
        {missing ? <span className={cn(missing === 'Ready to merge' && 'text-added')}>{missing}</span> : null}
        {row.unresolvedThreads > 0 ? (
          <span className="inline-flex items-center gap-1">
            <MessageSquare aria-hidden className="size-3.5" />
            {counted(row.unresolvedThreads, 'open discussion')}
          </span>
        ) : null}
      </span>
    </Link>
  );
}
