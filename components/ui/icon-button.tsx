'use client';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { cn } from './cn';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'asChild'> {
  /** Says what it does; read aloud and shown as the tooltip. */
  label: string;
  /** The key that does the same, taught by the tooltip. */
  keys?: string | undefined;
  children: ReactNode;
}

/** A button that shows only a picture, and therefore always has a name. */
export function IconButton({
  label,
  keys,
  className,
  variant = 'ghost',
  size = 'toolbar',
  children,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip label={props.unavailable ?? label} keys={keys}>
      <Button
        {...props}
        variant={variant}
        size={size}
        aria-label={label}
        className={cn(size === 'toolbar' ? 'w-toolbar' : 'w-control', 'px-0', className)}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
