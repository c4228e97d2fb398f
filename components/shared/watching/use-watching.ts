'use client';
import { useQuery } from '@tanstack/react-query';
import { announce } from '@/components/ui/announce';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { useSetWatch, watchesOptions } from '@/lib/client/watches';
import type { WatchLevel } from '@/lib/domain/watch/target';
import { levelWords } from './levels';

/** How the reader watches one target, and what changes it; `name` is what stands after "You watch". */
export function useWatching(place: PlanPlace, target: string, name: string) {
  const list = useQuery(watchesOptions(place.workspace));
  const change = useSetWatch();
  const folded = target.toLowerCase();
  const own = list.data?.items.find((one) => one.planSlug === place.plan && one.target.toLowerCase() === folded);
  const level = change.isPending ? change.variables.level : (own?.level ?? null);
  const set = (next: WatchLevel | null, then: { done?: () => void; failed?: () => void } = {}) => {
    const before = level;
    change.mutate(
      { place, target, level: next },
      {
        onSuccess: () => {
          then.done?.();
          if (next !== null) return announce(`${name}: ${levelWords[next].label}`);
          return notify(`You no longer watch ${name}`, before === null ? {} : { undo: () => set(before) });
        },
        onError: (error) => {
          then.failed?.();
          notifyFailure(next === null ? `You still watch ${name}` : `${name} is not watched`, {
            description: wordsFor(error),
            retry: () => set(next, then),
          });
        },
      },
    );
  };
  return { level, set, isPending: change.isPending };
}
