'use client';
import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

const tabStyle =
  'hit-area -mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-1 text-sm text-muted transition-colors hover:text-text data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text';

const listStyle = 'flex shrink-0 gap-4 overflow-x-auto border-b border-border';

/** Panels of which one is shown. For tabs that change the address take `LinkTabs` and `linkTabStyle`. */
export const Tabs = Radix.Root;

/** The row of tabs. */
export function TabList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List data-print="hide" {...props} className={cn(listStyle, className)} />;
}

/** One tab, with an optional count behind its name. */
export function Tab({
  className,
  count,
  children,
  ...props
}: ComponentProps<typeof Radix.Trigger> & { count?: number | undefined }) {
  return (
    <Radix.Trigger {...props} className={cn(tabStyle, className)}>
      {children}
      {count === undefined ? null : (
        <span className="text-subtle text-xs tabular-nums">{count.toLocaleString('en')}</span>
      )}
    </Radix.Trigger>
  );
}

/** What a tab shows. */
export function TabPanel({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...props} className={cn('pt-4', className)} />;
}

/** A row of links that look like tabs: put `<Link className={linkTabStyle} aria-current="page">` in it. */
export function LinkTabs({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <nav data-print="hide" aria-label={label} className={cn(listStyle, className)}>
      {children}
    </nav>
  );
}

/** The class of a link in `LinkTabs`. */
export const linkTabStyle = tabStyle;
