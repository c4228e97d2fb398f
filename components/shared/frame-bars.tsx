'use client';
import { History, X } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
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
  title: string;
  /** "7 changes · 1 meaning". */
  summary: string;
  href: string;
  reading: 'current' | 'with';
  onReading: (reading: 'current' | 'with') => void;
  /** Sends it for review; without it the button is not there. */
  onSend?: (() => void) | undefined;
  isSending?: boolean;
  /** Stops adding edits to it; nothing is lost. */
  onClose: () => void;
}

/** The change request that edits are collected in, and which plan is read: the current one, or with its changes. */
export function ChangeRequestBar({
  number,
  title,
  summary,
  href,
  reading,
  onReading,
  onSend,
  isSending = false,
  onClose,
}: ChangeRequestBarProps) {
  return (
    <section
      aria-label={`Open change request ${number}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-t bg-selected px-4 py-1.5 text-sm lg:px-6"
    >
      <Link href={href} className="min-w-0 truncate font-medium underline-offset-2 hover:underline max-sm:flex-1">
        #{number} {title}
      </Link>
      <span className="text-muted tabular-nums max-sm:order-2 max-sm:basis-full">{summary}</span>
      <fieldset className="flex items-center rounded-control border border-control bg-raised p-0.5 max-sm:order-3 sm:ml-auto">
        <legend className="sr-only">Which plan is read</legend>
        {(['current', 'with'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={reading === choice}
            onClick={() => onReading(choice)}
            className="hit-area rounded-control px-2 py-0.5 text-muted aria-pressed:bg-selected aria-pressed:font-medium aria-pressed:text-text"
          >
            {choice === 'current' ? 'Current' : `With #${number} applied`}
          </button>
        ))}
      </fieldset>
      {onSend ? (
        <Button size="toolbar" pending={isSending} onClick={onSend} className="max-sm:order-4">
          Send for review
        </Button>
      ) : null}
      <IconButton label={`Stop editing #${number}`} onClick={onClose}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}
