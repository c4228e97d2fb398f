'use client';
import { useQuery } from '@tanstack/react-query';
import { Maximize2, X } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { itemHref, usePlan } from '@/components/shared/plan-context';
import { ErrorBanner } from '@/components/ui/error-banner';
import { IconButton } from '@/components/ui/icon-button';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { wordsFor } from '@/lib/client/http';
import { itemOptions } from '@/lib/client/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import { ItemReference } from './item-reference';

const least = 420;
const most = 720;

/** The item under the list's cursor, beside the list; arrow keys and pointer change its width. */
export function PeekPanel({ id, at, onClose }: { id: string; at: string | null; onClose: () => void }) {
  const plan = usePlan();
  const [width, setWidth] = useState(520);
  const { data, error, isPending, refetch } = useQuery(itemOptions(plan, id, at ?? undefined));
  const resize = (to: number) => setWidth(Math.max(least, Math.min(most, to)));
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 1) resize(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowLeft') resize(width + 20);
    else if (event.key === 'ArrowRight') resize(width - 20);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <aside aria-label="Peek" style={{ width }} className="relative flex min-h-0 shrink-0 flex-col border-border border-l max-lg:fixed max-lg:inset-0 max-lg:z-40 max-lg:w-full! max-lg:bg-bg">
      {/* biome-ignore lint/a11y/useSemanticElements: a divider that moves has no element of its own. */}
      <div
        role="separator"
        tabIndex={0}
        aria-label="Width of the peek"
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
        className="-left-1 absolute inset-y-0 w-2 cursor-col-resize touch-none hover:bg-accent/30 max-lg:hidden"
      />
      <div className="flex items-center gap-2 border-border border-b px-4 py-2">
        <h2 className="min-w-0 flex-1 truncate font-mono font-semibold text-base">{data ? qualifiedName(data.item) : ' '}</h2>
        {data ? <LifecycleBadge state={data.lifecycle.state} /> : null}
        {data ? (
          <Link href={itemHref(plan, data.item, at)} aria-label="Open the page" title="Open the page" className="hit-area inline-flex size-7 items-center justify-center rounded-control text-muted hover:bg-hover">
            <Maximize2 aria-hidden className="size-4" />
          </Link>
        ) : null}
        <IconButton label="Close" keys="Escape" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-4 py-4">
        {error && !data ? <ErrorBanner onRetry={() => void refetch()}>{wordsFor(error)}</ErrorBanner> : null}
        <Pending pending={isPending && !error} skeleton={<SkeletonRows rows={6} />}>
          {data ? <ItemReference view={data} at={at} /> : null}
        </Pending>
      </div>
    </aside>
  );
}
