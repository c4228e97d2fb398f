import type { ReactNode } from 'react';
import { cn } from './cn';

/** How a tab looks, whether it is a link or not: put `<Link className={tabStyle} aria-current="page">` in `LinkTabs`. */
export const tabStyle =
  'hit-area -mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-1 text-sm text-muted transition-colors hover:text-text data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text';

/** How a row of tabs looks. */
export const tabListStyle = 'flex shrink-0 gap-4 overflow-x-auto border-b border-border';

/** A row of links that look like tabs. */
export function LinkTabs({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <nav data-print="hide" aria-label={label} className={cn(tabListStyle, className)}>
      {children}
    </nav>
  );
}
