'use client';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { layerStyle, rowStyle } from './layer-style';

/** A menu of actions: `<DropdownMenu trigger={<IconButton …/>}>` with `MenuItem`s. */
export function DropdownMenu({
  trigger,
  align = 'end',
  side = 'bottom',
  label,
  modal = false,
  children,
  ...root
}: {
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  label?: string;
  children: ReactNode;
} & Pick<ComponentProps<typeof Radix.Root>, 'open' | 'onOpenChange' | 'modal'>) {
  return (
    <Radix.Root modal={modal} {...root}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(layerStyle, 'min-w-44 max-w-80')}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps extends ComponentProps<typeof Radix.Item> {
  icon?: ReactNode;
  keys?: string | undefined;
  danger?: boolean;
  /** Why it cannot be chosen; shown under its name. */
  unavailable?: string | undefined;
}

/** One action; with `asChild` the only child is a link. */
export function MenuItem({ icon, keys, danger, unavailable, className, children, asChild, ...props }: MenuItemProps) {
  const classes = cn(rowStyle, danger && 'text-removed', className);
  if (asChild) {
    return (
      <Radix.Item asChild {...props} className={classes}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item {...props} disabled={unavailable !== undefined || (props.disabled ?? false)} className={classes}>
      {icon}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">{children}</span>
        {unavailable ? <span className="text-subtle text-xs">{unavailable}</span> : null}
      </span>
      {keys ? <Kbd keys={keys} className="ml-4" /> : null}
    </Radix.Item>
  );
}

/** A choice that is on or off, and leaves the menu open. */
export function MenuCheckboxItem({ className, children, ...props }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem
      onSelect={(event) => event.preventDefault()}
      {...props}
      className={cn(rowStyle, 'pl-8', className)}
    >
      <Radix.ItemIndicator className="absolute left-2">
        <Check aria-hidden />
      </Radix.ItemIndicator>
      {children}
    </Radix.CheckboxItem>
  );
}

/** One of several choices in a `MenuRadioGroup`. */
export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...props} className={cn(rowStyle, 'pl-8', className)}>
      <Radix.ItemIndicator className="absolute left-2">
        <Check aria-hidden />
      </Radix.ItemIndicator>
      {children}
    </Radix.RadioItem>
  );
}

export const MenuRadioGroup = Radix.RadioGroup;

/** The name of a group in a menu. */
export function MenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label {...props} className={cn('px-2 pt-2 pb-1 font-medium text-subtle text-xs', className)} />;
}

/** A line between groups. */
export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-border" />;
}
