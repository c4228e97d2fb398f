import { proposeHref } from '@/components/shared/plan-href';
import type { HealthFindingView, HealthFix } from '@/lib/contracts/plan-health';
import type { HealthKind } from '@/lib/domain/health/kinds';
import { itemPath } from '@/lib/domain/plan-query/item-path';
import { planHref } from '../shared/plan-href';

/** What many findings of a kind can be put right with at once; the others each need a sentence of their own. */
export const bulkFixes: Partial<Record<HealthKind, HealthFix['kind']>> = {
  'over-tracking': 'retire',
  'unused-property': 'retire',
  'no-owner': 'owner',
  'review-overdue': 'review-by',
  'undeclared-class': 'data-class',
};

/** How a fix of many is called on its button. */
export const fixLabels: Record<HealthFix['kind'], string> = {
  retire: 'Propose to retire',
  owner: 'Name an owner',
  'review-by': 'Set a new review date',
  'data-class': 'Declare the data class',
};

/** Where one finding is put right: the composer at its field, or for properties of nearly the same name their page. */
export function fixHref(
  place: { readonly workspace: string; readonly plan: string },
  finding: HealthFindingView,
): string {
  const { kind, item, field } = finding;
  if (kind === 'near-duplicate' && item.kind === 'property') return `${planHref(place, itemPath(item))}#variants`;
  if (kind === 'no-consumer') return proposeHref(place, { kind: 'consumer' });
  return proposeHref(place, { item: item.id, ...(field ? { field } : {}) });
}

/** Names a finding among all: an item has at most one of each kind but conventions. */
export function findingKey({ kind, item, words }: HealthFindingView): string {
  return `${kind} ${item.id} ${words}`;
}
