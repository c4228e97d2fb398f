import type { Difference } from '../diff/difference';
import type { Snapshot } from '../plan/snapshot';
import { claimKey } from './classified';

/**
 * The claims of clarification that must have been accepted between two releases: an edit of prose that left the first
 * number of the item's version alone was merged as wording.
 */
export function claimsByVersion(
  before: Snapshot,
  after: Snapshot,
  differences: readonly Difference[],
): ReadonlySet<string> {
  const claims = new Set<string>();
  for (const difference of differences) {
    const was = before.items.get(difference.itemId);
    const is = after.items.get(difference.itemId);
    if (was && is && was.version.major === is.version.major) claims.add(claimKey(difference));
  }
  return claims;
}
