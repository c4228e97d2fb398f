'use client';
import { Popover as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { layerStyle } from './layer-style';

export interface PopoverProps extends Pick<ComponentProps<typeof Radix.Root>, 'open' | 'onOpenChange' | 'modal'> {
  trigger: ReactNode;
  /** Names the layer for those who cannot see it. */
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  children: ReactNode;
}

/** A small layer beside its trigger, opened by press; Esc closes it and gives focus back. */
export function Popover({
  trigger,
  label,
  align = 'start',
  side = 'bottom',
  className,
  children,
  ...root
}: PopoverProps) {
  return (
    <Radix.Root {...root}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(layerStyle, 'w-72 p-3 outline-none', className)}
          onEscapeKeyDown={(event) => {
            // A box with a list open closes that first.
            if (event.target instanceof Element && event.target.hasAttribute('aria-activedescendant'))
              event.preventDefault();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
