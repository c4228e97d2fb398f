'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { PeekSlot } from '@/components/shared/peek';
import { SkipLink } from '@/components/ui/skip-link';
import { inboxCountOptions } from '@/lib/client/inbox-count';
import { BottomBar } from './bottom-bar';
import { GoKeys } from './go-keys';
import { PaletteHost } from './palette/palette-host';
import { Rail } from './rail';
import type { RailProps } from './rail-props';
import { useHeadingFocus, useScrollMemory } from './use-page-arrival';

export interface AppFrameProps extends RailProps {
  /** Under the header of every page: the bar of the open change request. */
  bar?: ReactNode;
  children: ReactNode;
}

/**
 * The frame around every page of a workspace: rail, content, peek panel, ⌘K and the keys that lead to places.
 * The content is as high as the window and scrolls; a list that scrolls itself fills it with `min-h-0 flex-1`.
 */
export function AppFrame({ bar, children, ...props }: AppFrameProps) {
  const { data } = useQuery({
    ...inboxCountOptions(props.workspaceSlug),
    initialData: { unread: props.inboxCount },
  });
  const rail = { ...props, inboxCount: data.unread };
  const content = useRef<HTMLElement>(null);
  const [isSearching, setSearching] = useState(false);
  useHeadingFocus(content);
  useScrollMemory(content);
  const search = () => setSearching(true);
  return (
    <>
      <SkipLink />
      <div className="flex h-dvh overflow-hidden" data-print="flow">
        <Rail {...rail} onSearch={search} />
        <div className="flex min-w-0 flex-1 flex-col max-sm:pb-14" data-print="flow">
          {bar}
          <main
            ref={content}
            id="content"
            tabIndex={-1}
            className="relative flex min-h-0 min-w-0 flex-1 scroll-pt-20 scroll-pb-8 flex-col overflow-y-auto"
            data-print="flow"
          >
            {children}
          </main>
        </div>
        <PeekSlot />
      </div>
      <BottomBar {...rail} onSearch={search} />
      <GoKeys workspace={rail.workspaceSlug} plan={rail.planSlug} />
      {rail.planSlug === null ? null : (
        <PaletteHost
          place={{ workspace: rail.workspaceSlug, plan: rail.planSlug }}
          open={isSearching}
          onOpenChange={setSearching}
        />
      )}
    </>
  );
}
