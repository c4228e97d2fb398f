import type { FindingView } from '@/lib/contracts/change-requests';
import type { JudgedFinding } from '@/lib/domain/conventions/excuse';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { type People, personName } from '@/lib/domain/review/people';

/** A finding with the name of its item and what excuses it. */
export function findingView(finding: JudgedFinding, plan: Snapshot, people: People): FindingView {
  const item = plan.items.get(finding.itemId);
  const { rule, severity, itemId, field, words, excuse } = finding;
  return {
    rule,
    severity,
    itemId,
    name: item ? qualifiedName(item) : itemId,
    field,
    words,
    excuse: excuseView(excuse, people),
  };
}

function excuseView(excuse: JudgedFinding['excuse'], people: People): FindingView['excuse'] {
  if (excuse === null) return null;
  if (excuse.kind === 'grandfathered') return { kind: 'grandfathered' };
  const { id, by, reason, until } = excuse.suppression;
  return { kind: 'suppressed', id, by: personName(people, by), reason, until };
}
