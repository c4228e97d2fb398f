'use client';
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { selectStyle } from './layer-style';
import type { SelectProps } from './select';
import { useLoaded } from './use-loaded';

const load = async () => (await import('./select')).Select;
const preload = () => void load().catch(() => undefined);

/** A `Select` on a page that is mostly read: its script comes when somebody is about to open it. It always has a value. */
export function SelectLazily(props: Omit<SelectProps, 'defaultOpen' | 'disabled' | 'name' | 'placeholder'>) {
  const [isAsked, setAsked] = useState(false);
  const Select = useLoaded(load, isAsked);
  if (Select) return <Select {...props} defaultOpen />;
  const { options, value, onValueChange: _, size, className, ...rest } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const opens = event.key.startsWith('Arrow') || (event.key.length === 1 && event.key !== ' ');
    if (!opens || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setAsked(true);
  };
  return (
    <button
      type="button"
      {...rest}
      role="combobox"
      aria-expanded={false}
      aria-controls={undefined}
      aria-autocomplete="none"
      className={selectStyle(size, className)}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setAsked(true)}
      onKeyDown={onKeyDown}
    >
      <span className="truncate">{options.find((one) => one.value === value)?.label}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-subtle" />
    </button>
  );
}
