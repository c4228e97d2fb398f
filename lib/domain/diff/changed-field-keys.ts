import type { Difference } from './difference';

/** Where a difference stands within its item: `firesWhen`, `properties`, or `item` for one that is added or removed. */
export function fieldKeyOf(difference: Difference): string {
  return 'field' in difference ? difference.field : 'item';
}

/** The fields that differ, by item, in the order of the differences. */
export function changedFieldKeys(differences: readonly Difference[]): ReadonlyMap<string, ReadonlySet<string>> {
  const result = new Map<string, Set<string>>();
  for (const difference of differences) {
    const known = result.get(difference.itemId);
    if (known) known.add(fieldKeyOf(difference));
    else result.set(difference.itemId, new Set([fieldKeyOf(difference)]));
  }
  return result;
}
