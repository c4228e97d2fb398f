import { qualifiedName } from '../plan/item';
import { referencesOf, referrers } from '../plan/references';
import { nameKey, type Snapshot } from '../plan/snapshot';
import type { ChangeRequest, StoredChange } from './change-request';

/** One change that cannot go into the plan without another one of its request, and why in a sentence that names both. */
export interface Need {
  readonly itemId: string;
  readonly needs: string;
  readonly words: string;
}

/** Which changes of a request hold together: whoever takes the one takes what it needs. */
export function needsIn(request: Pick<ChangeRequest, 'changes'>, head: Snapshot): Need[] {
  const byItem = new Map(request.changes.map((change) => [change.itemId, change]));
  const freed = namesFreedBy(request.changes, head);
  const name = (itemId: string) => `“${nameOf(byItem.get(itemId), head, itemId)}”`;
  return request.changes.flatMap((change) => {
    const found = new Map<string, string>();
    const add = (needs: string, words: string) => {
      if (needs !== change.itemId && !found.has(needs)) found.set(needs, words);
    };
    if (change.item) {
      for (const { itemId } of referencesOf(change.item))
        if (!head.items.has(itemId) && byItem.get(itemId)?.item)
          add(itemId, `${name(change.itemId)} refers to ${name(itemId)}, which is new here.`);
      const other = freed.get(nameKey(change.item));
      if (other) add(other, `${name(change.itemId)} takes a name that ${name(other)} gives up here.`);
    } else {
      for (const id of referrers(head).get(change.itemId) ?? [])
        if (letsGo(byItem.get(id), change.itemId))
          add(id, `${name(change.itemId)} is removed, and ${name(id)} stops referring to it here.`);
    }
    return [...found].map(([needs, words]) => ({ itemId: change.itemId, needs, words }));
  });
}

/** The chosen items with everything they need, directly and through others. */
export function withNeeds(chosen: Iterable<string>, needs: readonly Need[]): Set<string> {
  const of = Map.groupBy(needs, (need) => need.itemId);
  const all = new Set(chosen);
  for (const itemId of all) for (const need of of.get(itemId) ?? []) all.add(need.needs);
  return all;
}

function letsGo(change: StoredChange | undefined, itemId: string): boolean {
  if (!change) return false;
  return change.item === null || !referencesOf(change.item).some((reference) => reference.itemId === itemId);
}

/** Names that the plan has given to an item which no longer bears them here. */
function namesFreedBy(changes: readonly StoredChange[], head: Snapshot): Map<string, string> {
  const freed = new Map<string, string>();
  for (const change of changes) {
    const before = head.items.get(change.itemId);
    if (before && (change.item === null || nameKey(change.item) !== nameKey(before)))
      freed.set(nameKey(before), change.itemId);
  }
  return freed;
}

function nameOf(change: StoredChange | undefined, head: Snapshot, itemId: string): string {
  const item = change?.item ?? head.items.get(itemId);
  return item ? qualifiedName(item) : 'an item';
}
