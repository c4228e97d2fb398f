import type { Revision } from '../plan/item';
import type { PropertyUse } from '../plan/property-use';
import { itemOfKind, itemsOfKind, type Snapshot } from '../plan/snapshot';

/** A property as an event or a group really carries it: by its own use, or through a group. */
export interface ResolvedUse {
  readonly use: PropertyUse;
  readonly property: Revision<'property'>;
  /** The group that brings it; `null` when the item uses it itself. */
  readonly group: Revision<'property-group'> | null;
}

/** Every property of an event, by name: own uses first in force, then those that its groups bring. Dangling ids are left out. */
export function resolvedUses(
  snapshot: Snapshot,
  item: Revision<'event'> | Revision<'property-group'>,
): readonly ResolvedUse[] {
  let known = resolved.get(snapshot);
  if (!known) {
    known = new Map();
    resolved.set(snapshot, known);
  }
  const before = known.get(item.id);
  if (before) return before;
  const byProperty = new Map<string, ResolvedUse>();
  const add = (uses: readonly PropertyUse[], group: Revision<'property-group'> | null) => {
    for (const use of uses) {
      const property = itemOfKind(snapshot, 'property', use.propertyId);
      if (property && !byProperty.has(property.id)) byProperty.set(property.id, { use, property, group });
    }
  };
  add(item.content.properties, null);
  if (item.kind === 'event') {
    for (const groupId of item.content.groups) {
      const group = itemOfKind(snapshot, 'property-group', groupId);
      if (group) add(group.content.properties, group);
    }
  }
  const result = [...byProperty.values()].sort((a, b) => compare(a.property.name, b.property.name));
  known.set(item.id, result);
  return result;
}

/** Who carries each property, events (also through groups) and groups, by the property's id. */
export function carriersOf(snapshot: Snapshot): ReadonlyMap<string, readonly Carrier[]> {
  const before = carriers.get(snapshot);
  if (before) return before;
  const result = new Map<string, Carrier[]>();
  for (const item of [...itemsOfKind(snapshot, 'event'), ...itemsOfKind(snapshot, 'property-group')]) {
    for (const { use, property, group } of resolvedUses(snapshot, item)) {
      const list = result.get(property.id);
      const carrier = { item, use, group };
      if (list) list.push(carrier);
      else result.set(property.id, [carrier]);
    }
  }
  carriers.set(snapshot, result);
  return result;
}

/** An event or group that carries a property, and how. */
export interface Carrier {
  readonly item: Revision<'event'> | Revision<'property-group'>;
  readonly use: PropertyUse;
  readonly group: Revision<'property-group'> | null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Kept with the snapshot, which never changes.
const resolved = new WeakMap<Snapshot, Map<string, readonly ResolvedUse[]>>();
const carriers = new WeakMap<Snapshot, ReadonlyMap<string, readonly Carrier[]>>();
