'use client';
import { useMemo, useSyncExternalStore } from 'react';
import type { ActivityEntry } from '@/lib/contracts/activity';
import { type ActivityDay, activityDays } from '@/lib/domain/activity/fold-activity';

const never = () => () => undefined;

/** Whether this is the browser, which knows the reader's zone; false until what the server made is taken over. */
function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Entries by the reader's days; by those of UTC until the browser has taken over. */
export function useDays(entries: readonly ActivityEntry[]): ActivityDay<ActivityEntry>[] {
  const zone = useInBrowser() ? undefined : 'UTC';
  return useMemo(() => {
    const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    return activityDays(entries, (at) => days.format(new Date(at)), aboutOf);
  }, [entries, zone]);
}

function aboutOf({ plan, about }: ActivityEntry): string {
  if (about.type === 'change-request') return `${plan.slug} #${about.number}`;
  return about.type === 'item' ? `${plan.slug} ${about.item.id}` : plan.slug;
}
