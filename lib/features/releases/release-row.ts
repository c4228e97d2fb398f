import type { ReleaseRow } from '@/lib/contracts/releases';
import type { OwnerNames } from '@/lib/store/owner-names';
import type { Release } from '@/lib/store/releases';

/** A release as lists show it; its kept sentences name owners by id, which are named as they are called now. */
export function releaseRow(release: Release, owners: OwnerNames): ReleaseRow {
  const { number, createdAt, author, mergedBy, changeRequest, summary } = release;
  return {
    number,
    createdAt: createdAt.toISOString(),
    author,
    mergedBy,
    changeRequest: { number: changeRequest.number, title: changeRequest.title, reason: changeRequest.reason },
    counts: { ...summary.counts },
    itemCount: summary.itemCount,
    words: summary.words.slice(0, 5).map(owners.inWords),
  };
}
