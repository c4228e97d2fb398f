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
  const { set, change } = useSetLevel(place, target, name);
  const folded = target.toLowerCase();
  const own = list.data?.items.find((one) => one.planSlug === place.plan && one.target.toLowerCase() === folded);
  const level = change.isPending ? change.variables.level : (own?.level ?? null);
  return { level, set: (next: WatchLevel | null) => set(next, { before: level }) };
}

interface Setting {
  /** What undoing goes back to. */
  readonly before: WatchLevel | null;
  /** Told of the level as it is wanted, and of the one before when it was refused. */
  readonly shown?: (level: WatchLevel | null) => void;
}

/** What changes how much of a target is heard, and says so, for who knows how it is watched. */
export function useSetLevel(place: PlanPlace, target: string, name: string) {
  const change = useSetWatch();
  const set = (next: WatchLevel | null, how: Setting) => {
    const { before, shown } = how;
    shown?.(next);
    change.mutate(
      { place, target, level: next },
      {
        onSuccess: () => {
          if (next !== null) return announce(`${name}: ${levelWords[next].label}`);
          const undo = () => set(before, { ...how, before: next });
          return notify(`You no longer watch ${name}`, before === null ? {} : { undo });
        },
        onError: (error) => {
          shown?.(before);
          notifyFailure(next === null ? `You still watch ${name}` : `${name} is not watched`, {
            description: wordsFor(error),
            retry: () => set(next, how),
          });
        },
      },
    );
  };
  return { set, change };
}
