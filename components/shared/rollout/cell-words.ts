import type { RolloutCellView } from '@/lib/contracts/rollout';
import { rolloutWords } from '@/lib/domain/rollout/rollout';

/** "Released in 4.2 on 1 May 2026": what a cell says, with the day in words. */
export function cellWords(cell: Pick<RolloutCellView, 'state' | 'version' | 'releasedOn' | 'seenOn'>): string {
  const { state, version, releasedOn, seenOn } = cell;
  if (state === 'released')
    return `Released in ${version}${releasedOn === null ? '' : ` on ${dayInWords(releasedOn)}`}`;
  if (state === 'seen-live' && seenOn !== null) return `Seen live on ${dayInWords(seenOn)}`;
  return rolloutWords[state];
}

/** An ISO day as people write it, the same for everybody. */
export function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
}
