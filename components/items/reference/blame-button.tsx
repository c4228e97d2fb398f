'use client';
import { useQuery } from '@tanstack/react-query';
import { UserRound } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { IconButton } from '@/components/ui/icon-button';
import { PopoverLazily } from '@/components/ui/popover-lazily';
import { RelativeTime } from '@/components/ui/relative-time';
import { wordsFor } from '@/lib/client/http';
import { itemHistoryOptions } from '@/lib/client/items';

/** Who last changed a field, in which request, and why; asked for only when opened. */
export function BlameButton({ itemId, field, label }: { itemId: string; field: string; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <PopoverLazily
      open={open}
      onOpenChange={setOpen}
      label={`Who last changed ${label.toLowerCase()}`}
      trigger={
        <IconButton
          label={`Who last changed ${label.toLowerCase()}`}
          data-blame={field}
          className="opacity-0 focus-visible:opacity-100 group-focus-within/section:opacity-100 group-hover/section:opacity-100 data-[state=open]:opacity-100 touch:opacity-100"
        >
          <UserRound aria-hidden />
        </IconButton>
      }
    >
      {open ? <Blame itemId={itemId} field={field} /> : null}
    </PopoverLazily>
  );
}

function Blame({ itemId, field }: { itemId: string; field: string }) {
  const plan = usePlan();
  // Who reads the past asks who had written that.
  const at = useSearchParams().get('at');
  const { data, error, isPending } = useQuery(itemHistoryOptions(plan, itemId, at));
  if (isPending) return <p className="text-muted text-sm">Looking it up…</p>;
  if (error) return <p className="text-removed text-sm">{wordsFor(error)}</p>;
  const blame = data.blame[field];
  if (!blame) return <p className="text-muted text-sm">Nobody has written this yet.</p>;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p>
        <span className="font-medium">{blame.author.name}</span>, <RelativeTime at={blame.release.at} />, in release{' '}
        {blame.release.number} (version {blame.version})
      </p>
      <p>
        <Link
          className="text-accent underline underline-offset-2"
          href={planHref(plan, `change-requests/${blame.changeRequest.number}`)}
        >
          #{blame.changeRequest.number} {blame.changeRequest.title}
        </Link>
      </p>
      {blame.changeRequest.reason === '' ? null : (
        <p className="line-clamp-4 text-muted">{blame.changeRequest.reason}</p>
      )}
    </div>
  );
}
