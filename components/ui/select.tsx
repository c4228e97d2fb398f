'use client';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { layerStyle, rowStyle, selectStyle } from './layer-style';

export interface SelectOption {
  value: string;
  label: ReactNode;
  /** A second line in quieter words. */
  hint?: string;
  disabled?: boolean;
}

export interface SelectProps {
  options: readonly SelectOption[];
  value: string | undefined;
  onValueChange: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
  size?: 'control' | 'toolbar' | undefined;
  /** For one that is made when it is asked for. */
  defaultOpen?: boolean;
  className?: string | undefined;
  id?: string | undefined;
  name?: string;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-required'?: true | undefined;
}

/** One of a few known choices. For many, or ones to be searched, take `Combobox`. */
export function Select({
  options,
  value,
  onValueChange,
  placeholder = 'Choose',
  disabled,
  defaultOpen = false,
  size = 'control',
  className,
  name,
  ...aria
}: SelectProps) {
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={onValueChange}
      defaultOpen={defaultOpen}
      {...(disabled ? { disabled } : {})}
      {...(name ? { name } : {})}
    >
      <Radix.Trigger {...aria} className={selectStyle(size, className)}>
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-subtle" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            layerStyle,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className={cn(rowStyle, 'pr-8')}
              >
                <span className="flex min-w-0 flex-col">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.hint ? <span className="text-subtle text-xs">{option.hint}</span> : null}
                </span>
                <Radix.ItemIndicator className="absolute right-2">
                  <Check aria-hidden className="size-4" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
