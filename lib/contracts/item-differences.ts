import type { Names } from '@/lib/domain/diff/words';
import { versionText } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import type { ItemChange } from '@/lib/domain/significance/classified';
import { differenceView } from './difference-view';
import type { ItemDifferences } from './releases';

/** How one item differs between two states. */
export function itemDifferences(change: ItemChange, before: Snapshot, after: Snapshot, names: Names): ItemDifferences {
  const was = before.items.get(change.itemId);
  const is = after.items.get(change.itemId);
  const item = is ?? was;
  return {
    itemId: change.itemId,
    kind: change.kind,
    namespace: item?.namespace ?? null,
    name: item?.name ?? change.name,
    significance: change.own ?? 'editorial',
    versionBefore: was ? versionText(was.version) : null,
    versionAfter: is ? versionText(is.version) : null,
    differences: change.differences.map((one) => differenceView(one, names)),
  };
}
