'use client';
import { Ellipsis } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import { cn } from './cn';
import { DropdownMenu } from './dropdown-menu';
import { IconButton } from './icon-button';

const FrameBar = createContext<ReactNode>(null);

/** A bar that stays under the header of every page below, before the page's own. */
export function FrameBarProvider({ bar, children }: { bar: ReactNode; children: ReactNode }) {
  return <FrameBar value={bar}>{children}</FrameBar>;
}

export interface PageHeaderProps {
  /** The page's only h1. */
  title: ReactNode;
  /** Above the title: where this is, as links. */
  trail?: ReactNode;
  /** Behind the title: badges of state, a copy button, the total. */
  state?: ReactNode;
  /** The one action the page is for. */
  primary?: ReactNode;
  /** At most two more. */
  secondary?: ReactNode;
  /** `MenuItem`s: all that is left. */
  more?: ReactNode;
  /** Slim bars that stay under the header: the release being read, tabs. */
  bars?: ReactNode;
  /** `page` for lists and settings, `item` for the larger name of one thing. */
  size?: 'page' | 'item';
}

/** The head of a page: what it is, its state, and what can be done; it stays in view while the page scrolls. */
export function PageHeader({ title, trail, state, primary, secondary, more, bars, size = 'page' }: PageHeaderProps) {
  const frameBar = useContext(FrameBar);
  return (
    <header className="sticky top-0 z-20 shrink-0 border-border border-b bg-bg" data-print="flow">
      <div className="flex min-h-header flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 lg:px-6">
        <div className={cn('flex min-w-0 flex-1 flex-col', size === 'page' ? 'basis-28' : 'basis-60')}>
          {trail ? <div className="truncate text-subtle text-sm">{trail}</div> : null}
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1
              tabIndex={-1}
              className={cn('min-w-0 break-words font-semibold', size === 'page' ? 'text-lg' : 'text-xl')}
            >
              {title}
            </h1>
            {state}
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          {secondary}
          {more ? (
            <DropdownMenu
              trigger={
                <IconButton label="More actions" size="control">
                  <Ellipsis aria-hidden />
                </IconButton>
              }
            >
              {more}
            </DropdownMenu>
          ) : null}
          {primary}
        </div>
      </div>
      {frameBar}
      {bars}
    </header>
  );
}
