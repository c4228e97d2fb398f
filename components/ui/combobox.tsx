'use client';
import { Command } from 'cmdk';
import { Check, ChevronDown, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { cn } from './cn';
import { boxStyle } from './input';
import { layerStyle, rowStyle } from './layer-style';
import { Spinner } from './spinner';
import { useDelayedPending } from './use-delayed-pending';

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: string | undefined;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface ComboboxProps {
  /** Every option, or a function that finds those for what was typed; it gets a signal that ends with the next key. */
  options: readonly ComboboxOption[] | ((query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>);
  /** The chosen options; for a single choice at most one. */
  value: readonly ComboboxOption[];
  onChange: (value: ComboboxOption[]) => void;
  multiple?: boolean;
  placeholder?: string;
  searchPlaceholder?: string;
  /** Said when nothing fits. */
  empty?: ReactNode;
  /** Offers what was typed as a new option. */
  onCreate?: ((query: string) => void) | undefined;
  disabled?: boolean;
  className?: string;
  id?: string | undefined;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-required'?: true | undefined;
}

const mostShown = 50;
const debounceMs = 120;

/** Options for the query: filtered here when all are known, asked for when they are not. */
function useOptions(source: ComboboxProps['options'], query: string, open: boolean) {
  const [found, setFound] = useState<readonly ComboboxOption[]>([]);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (typeof source !== 'function' || !open) return undefined;
    const control = new AbortController();
    setPending(true);
    const timer = setTimeout(async () => {
      try {
        const answer = await source(query, control.signal);
        if (!control.signal.aborted) setFound(answer);
      } catch {
        if (!control.signal.aborted) setFound([]);
      } finally {
        if (!control.signal.aborted) setPending(false);
      }
    }, debounceMs);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [source, query, open]);
  if (typeof source === 'function') return { found: found.slice(0, mostShown), pending };
  const wanted = query.trim().toLowerCase();
  const fitting = wanted
    ? source.filter((option) => `${option.label} ${option.hint ?? ''}`.toLowerCase().includes(wanted))
    : source;
  return { found: fitting.slice(0, mostShown), pending: false };
}

/** A choice among many: type to search, arrows to move, Enter to take, Esc to leave. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, multiple = false, placeholder = 'Choose', disabled, className, id } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const { found, pending } = useOptions(options, query, open);
  const searching = useDelayedPending(pending);
  const isChosen = (option: ComboboxOption) => value.some((chosen) => chosen.value === option.value);
  const change = (next: boolean) => {
    setOpen(next);
    setQuery('');
  };
  const take = (option: ComboboxOption) => {
    if (!multiple) {
      onChange([option]);
      change(false);
    } else {
      onChange(isChosen(option) ? value.filter((chosen) => chosen.value !== option.value) : [...value, option]);
    }
  };
  const trimmed = query.trim();
  const canCreate =
    props.onCreate && trimmed && !found.some((option) => option.label.toLowerCase() === trimmed.toLowerCase());
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-label={props['aria-label']}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        aria-required={props['aria-required']}
        disabled={disabled}
        className={cn(
          boxStyle,
          'flex min-h-control items-center justify-between gap-2 bg-raised py-1 text-left text-sm',
          className,
        )}
      >
        <span className="flex min-w-0 flex-1 flex-wrap gap-1">
          {value.length === 0 ? <span className="text-subtle">{placeholder}</span> : null}
          {value.map((option) =>
            multiple ? (
              <span key={option.value} className="truncate rounded-control border border-border bg-surface px-1.5">
                {option.label}
              </span>
            ) : (
              <span key={option.value} className="truncate">
                {option.label}
              </span>
            ),
          )}
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-subtle" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={cn(layerStyle, 'w-(--radix-popover-trigger-width) min-w-60 p-0')}
        >
          <Command shouldFilter={false} label={props.searchPlaceholder ?? 'Search'} loop>
            <div className="flex items-center gap-2 border-border border-b px-2">
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={props.searchPlaceholder ?? 'Search'}
                className="h-control w-full bg-transparent text-base outline-none placeholder:text-subtle touch:text-md"
              />
              {searching ? <Spinner className="text-subtle" /> : null}
              {value.length > 0 && !props['aria-required'] ? (
                <button
                  type="button"
                  className="hit-area text-subtle hover:text-text"
                  aria-label="Clear the choice"
                  onClick={() => onChange([])}
                >
                  <X aria-hidden className="size-4" />
                </button>
              ) : null}
            </div>
            <Command.List className="max-h-72 overflow-y-auto p-1">
              {found.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  onSelect={() => take(option)}
                  className={rowStyle}
                >
                  {option.icon}
                  <span className="flex min-w-0 flex-1 flex-col">
                    <span className="truncate">{option.label}</span>
                    {option.hint ? <span className="truncate text-subtle text-xs">{option.hint}</span> : null}
                  </span>
                  {isChosen(option) ? <Check aria-label="Chosen" /> : null}
                </Command.Item>
              ))}
              {canCreate ? (
                <Command.Item
                  value={`create:${trimmed}`}
                  className={rowStyle}
                  onSelect={() => {
                    props.onCreate?.(trimmed);
                    change(false);
                  }}
                >
                  Create “{trimmed}”
                </Command.Item>
              ) : null}
              {found.length === 0 && !pending && !canCreate ? (
                <p className="px-2 py-3 text-muted">{props.empty ?? 'Nothing fits.'}</p>
              ) : null}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
