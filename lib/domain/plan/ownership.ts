import type { Revision } from './item';
import type { ItemKind } from './kinds/define';
import type { Owner } from './parts';
import { byNamespaceAndName, type Snapshot } from './snapshot';

/** Whose items: one owner's, nobody's, or those of owners who are gone. */
export type Whose = Owner | 'nobody' | 'gone';

/** Whether somebody or some team can answer for an item now. */
export type IsHere = (owner: Owner) => boolean;

/** Kinds that need no owner of their own: whoever owns what uses them answers for them. */
const ownedThroughUse: ReadonlySet<ItemKind> = new Set(['property', 'property-group']);

/**
 * The items of a plan that belong to `whose`, in order. What is retired needs no owner and counts only for a named one;
 * a property without an owner belongs with what uses it.
 */
export function itemsOf(snapshot: Snapshot, whose: Whose, isHere: IsHere): Revision[] {
  return [...snapshot.items.values()].filter((item) => belongs(item, whose, isHere)).sort(byNamespaceAndName);
}

function belongs({ kind, content: { owner, lifecycle } }: Revision, whose: Whose, isHere: IsHere): boolean {
  if (typeof whose === 'object') return owner?.type === whose.type && owner.id === whose.id;
  if (lifecycle.state === 'retired') return false;
  return whose === 'nobody' ? owner === null && !ownedThroughUse.has(kind) : owner !== null && !isHere(owner);
}

/** Owners that are here: members by id, and teams that are not archived. */
export function ownersHere(people: Iterable<string>, teams: Iterable<string>): IsHere {
  const known = { person: new Set(people), team: new Set(teams) };
  return (owner) => known[owner.type].has(owner.id);
}
