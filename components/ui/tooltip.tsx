'use client';
import { Tooltip as Radix } from 'radix-ui';
import type { FocusEvent, ReactNode } from 'react';
import { Kbd } from './kbd';

/** Must surround whatever shows tooltips; one delay for all of them. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={300}>
      {children}
    </Radix.Provider>
  );
}

export interface TooltipProps {
  label: ReactNode;
  /** The key that does the same thing. */
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}

/** Says what the thing under the pointer or focus does, and teaches its key. Never the only place of a fact. */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild onFocus={staysClosedWhenGivenBack}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="layer-motion z-50 flex max-w-xs items-center gap-2 rounded-card border border-border bg-raised px-2 py-1 text-sm text-text shadow-layer"
        >
          <span>{label}</span>
          {keys ? <Kbd keys={keys} /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A layer that closes gives focus back from nowhere; whoever just used the trigger need not be told what it does. */
function staysClosedWhenGivenBack(event: FocusEvent) {
  if (event.relatedTarget === null) event.preventDefault();
}
