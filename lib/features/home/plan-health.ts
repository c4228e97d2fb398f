import type { Health } from '@/lib/contracts/home';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { type IsHere, itemsOf } from '@/lib/domain/plan/ownership';
import { itemsOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';
import { parseFilter } from '@/lib/domain/plan-query/filter';
import { queryItems } from '@/lib/domain/plan-query/query-items';

const checks: readonly { readonly label: string; readonly kind: ItemKind; readonly filter: string }[] = [
  { label: 'Events without an owner', kind: 'event', filter: 'no:owner' },
  { label: 'Events without a meaning', kind: 'event', filter: 'no:meaning' },
  { label: 'Events past their review date', kind: 'event', filter: 'review:overdue' },
  { label: 'Events no consumer uses', kind: 'event', filter: 'no:consumer' },
  { label: 'Properties with an undeclared data class', kind: 'property', filter: 'class:undeclared' },
  { label: 'Properties used nowhere', kind: 'property', filter: 'no:use' },
];

/** What is unfinished in a plan, each row with the filter that lists it; rows without any are left out. */
export function planHealth(
  plan: { readonly slug: string; readonly name: string },
  snapshot: Snapshot,
  now: Date,
  isHere: IsHere,
): Health {
  const context = {
    me: null,
    ownersNamed: () => [],
    ownerNamed: (key: string) => key,
    releasedAt: () => undefined,
    now,
  };
  const rows = checks.map(({ label, kind, filter }) => {
    const query = { kind, filter: parseFilter(filter).filter, sort: 'name', descending: false, group: null } as const;
    const count = queryItems(snapshot, query, context).items.length;
    return { label, count, of: itemsOfKind(snapshot, kind).length, section: kinds[kind].slug, filter };
  });
  return {
    planSlug: plan.slug,
    planName: plan.name,
    rows: rows.filter((row) => row.count > 0),
    orphans: {
      nobody: itemsOf(snapshot, 'nobody', isHere).length,
      gone: itemsOf(snapshot, 'gone', isHere).length,
    },
  };
}
