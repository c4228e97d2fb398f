import type { Item } from './item';
import { itemKinds } from './kinds/define';
import { byNamespaceAndName } from './snapshot';

/** Canonical order across kinds: events first, then properties and the rest; within a kind by namespace, name and id. */
export function compareItems(a: Item, b: Item): number {
  return itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind) || byNamespaceAndName(a, b);
}
