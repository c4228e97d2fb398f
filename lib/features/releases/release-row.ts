import type { ReleaseRow } from '@/lib/contracts/releases';
import type { Release } from '@/lib/store/releases';

/** A release as lists show it. */
export function releaseRow(release: Release): ReleaseRow {
  const { number, createdAt, author, mergedBy, changeRequest, summary } = release;
  return {
    number,
    createdAt: createdAt.toISOString(),
    author,
    mergedBy,
    changeRequest: { number: changeRequest.number, title: changeRequest.title, reason: changeRequest.reason },
    counts: { ...summary.counts },
    itemCount: summary.itemCount,
    words: summary.words.slice(0, 5),
  };
}
