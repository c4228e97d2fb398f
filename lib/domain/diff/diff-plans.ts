import { compareItems } from '../plan/canonical-order';
import type { Item } from '../plan/item';
import { overlaidOn, type Snapshot } from '../plan/snapshot';
import { diffItems } from './diff-items';
import type { Difference } from './difference';

/**
 * Every difference from `before` to `after`: events first, then the other kinds, by name, field and member, so two runs
 * print alike. Only items whose digests differ,
 * or that were laid over, are looked into.
 */
export function diffPlans(before: Snapshot, after: Snapshot): Difference[] {
  if (before.items === after.items) return [];
  const changed: Changed[] = [];
  const over = overlaidOn(after);
  if (over?.base === before) {
    for (const id of new Set(over.itemIds)) collect(changed, id, before.items.get(id), after.items.get(id));
  } else {
    for (const [id, is] of after.items) {
      const was = before.items.get(id);
      if (!was || (was !== is && (was.digest !== is.digest || was.digest === ''))) collect(changed, id, was, is);
    }
    for (const [id, was] of before.items) if (!after.items.has(id)) collect(changed, id, was, undefined);
  }
  return changed.sort((a, b) => compareItems(a.item, b.item)).flatMap((entry) => entry.differences);
}

interface Changed {
  readonly item: Item;
  readonly differences: readonly Difference[];
}

function collect(changed: Changed[], itemId: string, was: Item | undefined, is: Item | undefined): void {
  if (was && is) {
    const differences = diffItems(was, is);
    if (differences.length > 0) changed.push({ item: is, differences });
  } else if (is) {
    changed.push({ item: is, differences: [{ type: 'item-added', itemId, kind: is.kind, after: is }] });
  } else if (was) {
    changed.push({ item: was, differences: [{ type: 'item-removed', itemId, kind: was.kind, before: was }] });
  }
}
