'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';

/** A page that failed: what is safe, what to do, and the id by which whoever runs the server finds the cause. */
export function Failure({ id, onRetry }: { id: string | undefined; onRetry: () => void }) {
  return (
    <div role="alert" className="mx-auto flex max-w-prose flex-1 flex-col justify-center gap-4 px-4 py-12">
      <h1 tabIndex={-1} className="font-semibold text-xl">
        This page failed
      </h1>
      <p className="text-md text-muted">
        What was saved is safe. Try again; if it fails again, give this id to whoever runs Waymark.
      </p>
      {id ? (
        <p className="flex items-center gap-2">
          <code className="rounded-control border border-border bg-surface px-2 py-1">{id}</code>
          <CopyButton value={id} label="Copy the id" />
        </p>
      ) : null}
      <p className="flex gap-2">
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
        <Button asChild>
          <Link href="/">Go to your workspace</Link>
        </Button>
      </p>
    </div>
  );
}
