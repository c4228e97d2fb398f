import { itemDifferences } from '@/lib/contracts/item-differences';
import type { Comparison } from '@/lib/contracts/releases';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import type { Names } from '@/lib/domain/diff/words';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { claimsByVersion } from '@/lib/domain/significance/claims-by-version';
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
