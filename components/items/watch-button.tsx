'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { notifyFailure } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { wordsFor } from '@/lib/client/http';
import { useWatchItem } from '@/lib/client/watches';

/** Watches an item or stops; it shows at once and goes back when the server refuses. */
export function WatchButton({
  itemId,
  name,
  watching,
  watchers,
}: {
  itemId: string;
  name: string;
  watching: boolean;
  watchers: number;
}) {
  const plan = usePlan();
  const watch = useWatchItem(plan);
  const [state, setState] = useState({ watching, watchers });
  const toggle = () => {
    const before = state;
    const next = !state.watching;
    setState({ watching: next, watchers: Math.max(0, state.watchers + (next ? 1 : -1)) });
    announce(next ? `Watching ${name}` : `No longer watching ${name}`);
    watch.mutate(
      { targetId: itemId, watching: next },
      {
        onSuccess: (now) => setState({ watching: now.watching, watchers: now.watchers }),
        onError: (error) => {
          setState(before);
          notifyFailure(wordsFor(error));
        },
      },
    );
  };
  useShortcut('item.watch', toggle, { isPending: watch.isPending });
  return (
    <Tooltip label={state.watching ? 'Stop watching' : 'Be told when its meaning changes'} keys={keysOf('item.watch')}>
      <Button aria-pressed={state.watching} onClick={toggle}>
        {state.watching ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        {state.watching ? 'Watching' : 'Watch'}
        <span className="text-subtle tabular-nums">{state.watchers}</span>
      </Button>
    </Tooltip>
  );
}
