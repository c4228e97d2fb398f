'use client';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from 'react';
import { asOfWords } from '@/components/shared/as-of-words';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { rowStyle } from '@/components/ui/layer-style';
import { useReturnFocus } from '@/components/ui/use-return-focus';
import type { PlanPlace } from '@/lib/client/items';
import { useItemActions } from './item-actions';
import { MeaningSide } from './meaning-side';
import type { PaletteGroup, PaletteOption } from './option';
import { readQuery } from './read-query';
import { useGroups } from './use-groups';

export interface PaletteProps {
  readonly place: PlanPlace;
  /** The release or date that the page is read at, and items are looked up at; null is now. */
  readonly at: string | null;
  readonly onClose: () => void;
}

/** ⌘K: finds items, change requests, people and actions while one types. It opens and closes without motion. */
export function Palette({ place, at, onClose }: PaletteProps) {
  const [opener] = useState(() => document.activeElement);
  const focus = useReturnFocus(opener);
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...focus}
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => event.preventDefault()}
          className="fixed top-[10vh] left-1/2 z-50 w-[calc(100vw-1rem)] max-w-3xl -translate-x-1/2 overflow-hidden rounded-dialog border border-border bg-raised text-text shadow-layer outline-none"
        >
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <PaletteBody place={place} at={at} onClose={onClose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const flat = (groups: readonly PaletteGroup[]) => groups.flatMap((group) => group.options);

function PaletteBody({ place, at, onClose }: PaletteProps) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const [showsMeaning, setShowsMeaning] = useState(false);
  const [acting, setActing] = useState<PaletteOption>();
  // The box never waits for the list: what is listed may lag behind by a frame.
  const listed = useDeferredValue(typed);
  const [takesWhenListed, setTakesWhenListed] = useState(false);
  const { mode, words } = readQuery(listed);
  const found = useGroups(place, at, mode, words);
  const itemActions = useItemActions(place, acting?.item, acting?.href ?? '');
  const groups = acting ? itemActions : found.groups;
  const options = flat(groups);
  // What was chosen may have left the list with the last key; then the first stands in.
  const current = options.find((option) => option.value === chosen) ?? options[0];

  const type = (next: string) => {
    setTyped(next);
    setActing(undefined);
    setChosen('');
  };
  const take = (option: PaletteOption, inNewTab: boolean) => {
    if (inNewTab && option.href) {
      window.open(option.href, '_blank', 'noopener');
      return;
    }
    onClose();
    if (option.run) option.run();
    else if (option.href) router.push(option.href);
  };
  const enter = (inNewTab: boolean) => {
    if (listed !== typed) setTakesWhenListed(true);
    else if (current) take(current, inNewTab);
  };
  useEffect(() => {
    if (!takesWhenListed || listed !== typed) return;
    setTakesWhenListed(false);
    if (current) take(current, false);
  });
  const leaveActions = () => {
    setActing(undefined);
    setChosen(acting?.value ?? '');
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isAtEnd = event.currentTarget.selectionStart === typed.length;
    const pressEnter = () => enter(event.metaKey || event.ctrlKey);
    const acts: Record<string, (() => void) | undefined> = {
      Escape: acting ? leaveActions : onClose,
      Tab: event.shiftKey ? undefined : () => setShowsMeaning((shown) => !shown),
      ArrowRight: isAtEnd && current?.item && !acting ? () => setActing(current) : undefined,
      ArrowLeft: acting ? leaveActions : undefined,
      Backspace: acting ? leaveActions : undefined,
      Enter: pressEnter,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <Command
      shouldFilter={false}
      loop
      vimBindings={false}
      label="Search and commands"
      value={current?.value ?? ''}
      onValueChange={setChosen}
    >
      <div className="flex items-center gap-2 border-border border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-subtle" />
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={type}
          onKeyDown={press}
          placeholder={at === null ? 'Search by name, meaning, value or tag' : `Search the plan as of ${asOfWords(at)}`}
          className="h-12 w-full bg-transparent text-md outline-none"
        />
      </div>
      <div className="flex min-h-24">
        <Command.List className="max-h-[50vh] min-w-0 flex-1 overflow-y-auto overscroll-contain p-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-subtle [&_[cmdk-group-heading]]:text-xs">
          {groups.map((group) => (
            <Command.Group key={group.label} heading={group.label}>
              {group.options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  onSelect={() => take(option, false)}
                  className={cn(rowStyle, 'min-h-row text-sm')}
                >
                  {option.content}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          <Standing isReading={found.isReading} isError={found.isError} isEmpty={options.length === 0} />
        </Command.List>
        {showsMeaning && !acting && current?.item ? <MeaningSide place={place} item={current.item} at={at} /> : null}
      </div>
      <Hints />
    </Command>
  );
}

function Standing({ isReading, isError, isEmpty }: { isReading: boolean; isError: boolean; isEmpty: boolean }) {
  if (isError)
    return <p className="px-2 py-3 text-removed">The plan's index cannot be read now. Actions still work.</p>;
  if (isReading) return <p className="px-2 py-3 text-muted">Reading the plan</p>;
  return isEmpty ? <p className="px-2 py-3 text-muted">Nothing fits.</p> : null;
}

const hints = [
  ['Enter', 'open'],
  ['mod+Enter', 'new tab'],
  ['Tab', 'meaning'],
  ['ArrowRight', 'actions'],
  ['>', 'commands'],
  ['#', 'requests'],
  ['@', 'people'],
] as const;

function Hints() {
  return (
    <div
      aria-hidden
      className="flex flex-wrap gap-x-4 gap-y-1 border-border border-t px-4 py-2 text-subtle text-xs touch:hidden"
    >
      {hints.map(([keys, label]) => (
        <span key={keys} className="flex items-center gap-1">
          <Kbd keys={keys} /> {label}
        </span>
      ))}
    </div>
  );
}
