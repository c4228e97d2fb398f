'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { useSetLevel } from '@/components/shared/watching/use-watching';
import { LevelChoice } from '@/components/shared/watching/watch-menu';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuCheckboxItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { notify, notifyFailure } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { wordsFor } from '@/lib/client/http';
import { useSetWatch, useWatchItem, watchesOptions } from '@/lib/client/watches';
import type { WatchLevel } from '@/lib/domain/watch/target';

/** Something wider that the item is part of, and that can be watched as a whole. */
export interface WiderTarget {
  /** As it stands in an address: `tag:checkout`. */
  readonly target: string;
  /** What stands after "You watch". */
  readonly name: string;
}

/** Watches an item or stops; it shows at once and goes back when the server refuses. The menu beside it sets how much is heard. */
export function WatchButton({
  itemId,
  name,
  watching,
  level,
  watchers,
  wider,
}: {
  itemId: string;
  name: string;
  watching: boolean;
  level: WatchLevel | null;
  watchers: number;
  wider: readonly WiderTarget[];
}) {
  const plan = usePlan();
  const watch = useWatchItem(plan);
  const [state, setState] = useState({ watching, level, watchers });
  const { set } = useSetLevel(plan, itemId, name);
  const shown = (next: WatchLevel | null) =>
    setState((now) => {
      const isWatching = next !== null && next !== 'none';
      const more = Number(isWatching) - Number(now.watching);
      return { watching: isWatching, level: next, watchers: Math.max(0, now.watchers + more) };
    });
  const toggle = () => {
    const before = state;
    const next = !state.watching;
    shown(next ? 'all' : null);
    announce(next ? `Watching ${name}` : `No longer watching ${name}`);
    watch.mutate(
      { targetId: itemId, watching: next },
      {
        onSuccess: (now) => setState({ watching: now.watching, level: now.level, watchers: now.watchers }),
        onError: (error) => {
          setState(before);
          notifyFailure(wordsFor(error));
        },
      },
    );
  };
  useShortcut('item.watch', toggle, { isPending: watch.isPending });
  return (
    <span className="inline-flex items-center">
      <Tooltip
        label={state.watching ? 'Stop watching' : 'Be told when its meaning changes'}
        keys={keysOf('item.watch')}
      >
        <Button aria-pressed={state.watching} onClick={toggle} className="rounded-r-none">
          {state.watching ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          {state.level === 'none' ? 'Muted' : state.watching ? 'Watching' : 'Watch'}
          <span className="text-subtle tabular-nums">{state.watchers}</span>
        </Button>
      </Tooltip>
      <DropdownMenu
        label={`What you hear of ${name}`}
        trigger={
          <IconButton
            label="What you hear of it"
            variant="secondary"
            size="control"
            className="-ml-px w-8 rounded-l-none"
          >
            <ChevronDown aria-hidden />
          </IconButton>
        }
      >
        <MenuLabel>Tell me of {name}</MenuLabel>
        <LevelChoice isItem level={state.level} onLevel={(next) => set(next, { before: state.level, shown })} />
        <Wider wider={wider} />
      </DropdownMenu>
    </span>
  );
}

/** What the item is part of, each to be watched as a whole. */
function Wider({ wider }: { wider: readonly WiderTarget[] }) {
  const plan = usePlan();
  const list = useQuery(watchesOptions(plan.workspace));
  const change = useSetWatch();
  const on = new Set(
    list.data?.items
      .filter(({ planSlug, level }) => planSlug === plan.plan && level !== 'none')
      .map(({ target }) => target.toLowerCase()),
  );
  if (wider.length === 0) return null;
  const toggle = ({ target, name }: WiderTarget, next: boolean) =>
    change.mutate(
      { place: plan, target, level: next ? 'all' : null },
      {
        onSuccess: () => notify(next ? `You watch ${name}` : `You no longer watch ${name}`),
        onError: (error) => notifyFailure(`${name} stays as it was`, { description: wordsFor(error) }),
      },
    );
  return (
    <>
      <MenuSeparator />
      <MenuLabel>Watch all of it</MenuLabel>
      {wider.map((one) => (
        <MenuCheckboxItem
          key={one.target}
          checked={on.has(one.target.toLowerCase())}
          onCheckedChange={(next) => toggle(one, next === true)}
        >
          <span className="min-w-0 truncate first-letter:uppercase">{one.name}</span>
        </MenuCheckboxItem>
      ))}
    </>
  );
}
