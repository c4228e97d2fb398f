import type { FindingView } from '@/lib/contracts/change-requests';
import type { Finding } from '@/lib/domain/conventions/finding';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';

/** A finding with the name of its item. */
export function findingView(finding: Finding, plan: Snapshot): FindingView {
  const item = plan.items.get(finding.itemId);
  const { rule, severity, itemId, field, words } = finding;
  return { rule, severity, itemId, name: item ? qualifiedName(item) : itemId, field, words };
}
