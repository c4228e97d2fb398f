'use client';
import { Slot } from 'radix-ui';
import { useState } from 'react';
import type { PopoverProps } from './popover';
import { useLoaded } from './use-loaded';

const load = async () => (await import('./popover')).Popover;
const preload = () => void load().catch(() => undefined);

/** A `Popover` on a page that is mostly read: its script comes when somebody is about to open it. */
export function PopoverLazily({ open, onOpenChange, ...props }: PopoverProps) {
  const [isOpenHere, setOpenHere] = useState(false);
  const isOpen = open ?? isOpenHere;
  const setOpen = onOpenChange ?? setOpenHere;
  const Popover = useLoaded(load, isOpen);
  return Popover ? (
    <Popover {...props} open={isOpen} onOpenChange={setOpen} />
  ) : (
    <Slot.Root
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      data-state={isOpen ? 'open' : 'closed'}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setOpen(!isOpen)}
    >
      {props.trigger}
    </Slot.Root>
  );
}
