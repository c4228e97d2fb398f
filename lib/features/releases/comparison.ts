import { differenceView } from '@/lib/contracts/difference-view';
import type { Comparison, ItemDifferences } from '@/lib/contracts/releases';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import type { Names } from '@/lib/domain/diff/words';
import { versionText } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { claimsByVersion } from '@/lib/domain/significance/claims-by-version';
import type { ItemChange } from '@/lib/domain/significance/classified';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { rank } from '@/lib/domain/significance/effects';
import { summaryOf } from '@/lib/domain/significance/summary-of';
import type { OwnerNames } from '@/lib/store/owner-names';

/** Items whose differences travel; the rest are counted. */
const mostItems = 500;

/** What lies between two states of a plan, item by item, loudest first. */
export function comparisonOf(before: Snapshot, after: Snapshot, owners: OwnerNames): Comparison {
  const names: Names = (id) => (after.items.get(id) ?? before.items.get(id))?.name ?? owners.nameOfId(id);
  const differences = diffPlans(before, after);
  const changes = classifyPlanDiff(before, after, differences, claimsByVersion(before, after, differences));
  const own = changes
    .filter((change) => change.own !== null)
    .sort((a, b) => rank(a.own ?? 'editorial') - rank(b.own ?? 'editorial'));
  const { meaning, breaking, additive, editorial } = summaryOf(own);
  return {
    from: before.release,
    to: after.release,
    counts: { meaning, breaking, additive, editorial },
    items: own.slice(0, mostItems).map((change) => itemDifferences(change, before, after, names)),
    omitted: Math.max(0, own.length - mostItems),
    total: own.length,
  };
}

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
