import type { Change } from '../plan/change';
import type { Item, Revision } from '../plan/item';
import type { Snapshot } from '../plan/snapshot';

/** The changes that turn `from` into `to`, in the order of their items: an edited overlay as a request, or a revert. */
export function changesBetween(from: Snapshot, to: Snapshot): Change[] {
  const changes: Change[] = [];
  for (const [itemId, after] of to.items) {
    const before = from.items.get(itemId);
    if (!before) changes.push({ operation: 'create', itemId, item: itemOf(after), base: null });
    else if (before !== after && before.digest !== after.digest)
      changes.push({ operation: 'update', itemId, item: itemOf(after), base: baseOf(before) });
  }
  for (const [itemId, before] of from.items) {
    if (!to.items.has(itemId)) changes.push({ operation: 'remove', itemId, item: null, base: baseOf(before) });
  }
  return changes;
}

/** What an item says, without the facts of its revision. */
export function itemOf(revision: Revision | Item): Item {
  return {
    id: revision.id,
    kind: revision.kind,
    namespace: revision.namespace,
    name: revision.name,
    content: revision.content,
  } as Item;
}

function baseOf(revision: Revision): { revisionId: string; digest: string } {
  return { revisionId: revision.revisionId, digest: revision.digest };
}
