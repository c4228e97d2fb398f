import { compareItems } from '../plan/canonical-order';
import type { Item } from '../plan/item';
import type { Snapshot } from '../plan/snapshot';
import { diffItems } from './diff-items';
import type { Difference } from './difference';

/**
 * Every difference from `before` to `after`: events first, then the other kinds, by name, field and member, so two runs
 * print alike. Only items whose digests differ are looked into.
 */
export function diffPlans(before: Snapshot, after: Snapshot): Difference[] {
  if (before.items === after.items) return [];
  const changed: { readonly item: Item; readonly differences: readonly Difference[] }[] = [];
  for (const [id, is] of after.items) {
    const was = before.items.get(id);
    if (!was) changed.push({ item: is, differences: [{ type: 'item-added', itemId: id, kind: is.kind, after: is }] });
    else if (was !== is && (was.digest !== is.digest || was.digest === '')) {
      const differences = diffItems(was, is);
      if (differences.length > 0) changed.push({ item: is, differences });
    }
  }
  for (const [id, was] of before.items) {
    if (!after.items.has(id))
      changed.push({ item: was, differences: [{ type: 'item-removed', itemId: id, kind: was.kind, before: was }] });
  }
  return changed.sort((a, b) => compareItems(a.item, b.item)).flatMap((entry) => entry.differences);
}
