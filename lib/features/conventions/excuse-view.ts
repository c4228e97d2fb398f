import type { SuppressionView } from '@/lib/contracts/conventions';
import { holdsOn } from '@/lib/domain/conventions/excuse';
import { conventionRules } from '@/lib/domain/conventions/list';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { now } from '@/lib/infra/clock';
import type { StoredSuppression } from '@/lib/store/suppressions';

/** A suppression as readers see it; `proposed` are the names of items that are not in the plan yet. */
export function excuseView(
  one: StoredSuppression,
  head: Snapshot,
  proposed: ReadonlyMap<string, string>,
): SuppressionView {
  const { id, itemId, rule, reason, by, byName, at, until, revokedAt, revokedByName } = one;
  const item = head.items.get(itemId);
  return {
    ...{ id, itemId, rule, reason, until },
    name: item ? qualifiedName(item) : (proposed.get(itemId) ?? 'an item that is gone'),
    item: item ? { id: item.id, kind: item.kind, namespace: item.namespace, name: item.name } : null,
    label: conventionRules.find((known) => known.id === rule)?.label ?? rule,
    by: { id: by, name: byName },
    at: at.toISOString(),
    state: revokedAt ? 'revoked' : holdsOn(one, now().toISOString().slice(0, 10)) ? 'holds' : 'expired',
    revoked: revokedAt ? { by: revokedByName ?? '', at: revokedAt.toISOString() } : null,
  };
}
