import type { People } from '../review/people';
import { mutesOf } from '../watch/hear';
import type { Impact, Watcher } from './impact';
import { type Recipient, recipientsOf } from './recipients-of';

/** Who hears of a merge, once each: the same list before it, for whoever is about to press Merge, as after it. */
export function recipientsOfMerge(
  impact: Impact,
  merge: { readonly requestId: string; readonly authorId: string; readonly mergedBy: string },
  watchers: readonly Watcher[],
  people: People,
): Recipient[] {
  const { isItemMuted, isRequestMuted } = mutesOf(watchers);
  const silent = [merge.mergedBy, merge.authorId];
  return recipientsOf({ impact, silent, isMuted: isItemMuted }, people.persons.values()).filter(
    ({ userId }) => !isRequestMuted(userId, merge.requestId),
  );
}
