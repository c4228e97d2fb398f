'use client';
import { History } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Says that an older state is read, and the way back. */
export function AtBar({ at, release, onLeave }: { at: string; release: number | null; onLeave: () => void }) {
  const isNumber = /^\d+$/u.test(at);
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 border-border border-b bg-info-bg px-4 py-1 text-info text-sm lg:px-6">
      <History aria-hidden className="size-4" />
      <span>
        You are reading release {release ?? (isNumber ? at : '…')}
        {isNumber ? '' : `, current on ${at.slice(0, 10)}`}.
      </span>
      <Button size="toolbar" variant="ghost" onClick={onLeave}>
        Back to current
      </Button>
    </div>
  );
}
