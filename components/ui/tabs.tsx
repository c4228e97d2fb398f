'use client';
import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { grouped } from '@/lib/kit/grouped';
import { cn } from './cn';
import { tabListStyle, tabStyle } from './link-tabs';

/** Panels of which one is shown. For tabs that change the address take `LinkTabs`. */
export const Tabs = Radix.Root;

/** The row of tabs. */
export function TabList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List data-print="hide" {...props} className={cn(tabListStyle, className)} />;
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
      {count === undefined ? null : <span className="text-subtle text-xs tabular-nums">{grouped(count)}</span>}
    </Radix.Trigger>
  );
}

/** What a tab shows. */
export function TabPanel({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...props} className={cn('pt-4', className)} />;
}
