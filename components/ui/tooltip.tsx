'use client';
import { Slot } from 'radix-ui';
import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useState } from 'react';
import { TooltipLayer } from './tooltip-layer';
import type { TooltipSide } from './tooltip-place';
import { closeTooltip, closeTooltipSoon, openTooltip, openTooltipSoon, sayInTooltip } from './tooltip-state';

/** Surrounds whatever shows tooltips: the page has one, which goes to where it is asked for. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <TooltipLayer />
    </>
  );
}

export interface TooltipProps {
  label: ReactNode;
  /** The key that does the same thing. */
  keys?: string | undefined;
  side?: TooltipSide;
  children: ReactNode;
}

/** What the pointer is on, so that a tooltip closed by a press does not come again before the pointer has left. */
let entered: object | undefined;
/** The innermost of several that surround one another answers an event. */
let answered: Event | undefined;
let isPressed = false;

/**
 * Says what the thing under the pointer or focus does, and teaches its key. Never the only place of a fact. A page has
 * dozens, so that each is no more than the handlers on its child.
 */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  const [owner] = useState(() => ({}));
  useEffect(() => sayInTooltip(owner, { label, keys, side }), [owner, label, keys, side]);
  useEffect(() => () => closeTooltip(owner), [owner]);
  const on = (anchor: HTMLElement) => ({ owner, anchor, says: { label, keys, side } });
  return (
    <Slot.Root
      onPointerMove={(event: PointerEvent<HTMLElement>) => {
        if (event.pointerType === 'touch' || answered === event.nativeEvent) return;
        answered = event.nativeEvent;
        if (entered === owner) return;
        entered = owner;
        openTooltipSoon(on(event.currentTarget));
      }}
      onPointerLeave={() => {
        if (entered !== owner) return;
        entered = undefined;
        closeTooltipSoon();
      }}
      onPointerDown={() => {
        closeTooltip();
        isPressed = true;
        document.addEventListener('pointerup', released, { once: true });
        document.addEventListener('pointercancel', released, { once: true });
      }}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        if (isPressed || isGivenBack(event) || answered === event.nativeEvent) return;
        answered = event.nativeEvent;
        openTooltip(on(event.currentTarget));
      }}
      onBlur={() => closeTooltip(owner)}
      onClick={() => closeTooltip()}
    >
      {children}
    </Slot.Root>
  );
}

function released(): void {
  isPressed = false;
}

/** A layer that closes gives focus back from nowhere; whoever just used the trigger need not be told what it does. */
function isGivenBack(event: FocusEvent): boolean {
  return event.relatedTarget === null;
}
