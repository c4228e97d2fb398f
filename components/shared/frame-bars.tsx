'use client';
import { FilePen, History } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { dayWords } from '@/components/ui/time-words';

/** Says that an older release is being read, and leads back. Put it in `PageHeader`'s `bars`. */
export function AtBar({ release, at, backHref }: { release: number; at: string; backHref: string }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-changed-tint px-4 py-1.5 text-changed text-sm lg:px-6"
    >
      <History aria-hidden className="size-4 shrink-0" />
      <span>
        You are reading release {release} ({dayWords(new Date(at), 'en-GB')}).
      </span>
      <Link href={backHref} className="hit-area font-medium underline underline-offset-2">
        Back to current
      </Link>
    </div>
  );
}

export interface ChangeRequestBarProps {
  number: number;
  /** Until it is read only the number is shown. */
  title: string | undefined;
  /** "7 changes", or why it takes no more edits. */
  summary: string;
  href: string;
  /** Stops adding edits to it; nothing is lost. */
  onDone: () => void;
}

/** The change request that edits are collected in. */
export function ChangeRequestBar({ number, title, summary, href, onDone }: ChangeRequestBarProps) {
  return (
    <section
      aria-label={`Change request ${number} is open for editing`}
      className="flex items-center gap-x-2 border-border border-t bg-selected px-4 py-1 text-sm lg:px-6"
    >
      <FilePen aria-hidden className="size-4 shrink-0 text-muted" />
      <p className="flex min-w-0 flex-1 flex-wrap gap-x-2">
        <span className="max-w-full truncate">
          <span className="text-muted max-sm:sr-only">You are editing </span>
          <Link href={href} className="font-medium underline-offset-2 hover:underline">
            #{number} {title}
          </Link>
        </span>
        <span className="text-muted tabular-nums">{summary}</span>
      </p>
      <Button size="toolbar" variant="ghost" onClick={onDone}>
        Done
      </Button>
    </section>
  );
}
