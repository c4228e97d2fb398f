'use client';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { cn } from './cn';

export interface SplitPaneProps {
  /** Names the divider, which arrow keys move. */
  label: string;
  first: ReactNode;
  second: ReactNode;
  /** Share of the first pane, in per cent. */
  firstShare?: number;
  minFirstPx?: number;
  minSecondPx?: number;
  className?: string;
}

/** Two panes with a divider that pointer and arrow keys move. */
export function SplitPane({
  label,
  first,
  second,
  firstShare = 40,
  minFirstPx = 240,
  minSecondPx = 320,
  className,
}: SplitPaneProps) {
  return (
    <Group orientation="horizontal" className={cn('min-h-0 flex-1', className)}>
      <Panel defaultSize={`${firstShare}%`} minSize={`${minFirstPx}px`} className="flex flex-col">
        {first}
      </Panel>
      <Separator aria-label={label} className="hit-area w-px bg-border transition-colors hover:bg-accent" />
      <Panel minSize={`${minSecondPx}px`} className="flex flex-col">
        {second}
      </Panel>
    </Group>
  );
}
