import { foldName } from '../../kit/fold';
import type { Revision } from '../plan/item';
import { itemOfKind, itemsOfKind, type Snapshot, snapshotOf } from '../plan/snapshot';
import { carriersOf, resolvedUses } from './resolved-uses';
import { languageOf, type SnippetLanguage, snippetOf } from './snippets';

/** The events whose code follows from an item: itself, or those that carry it or are sent by it. In no order. */
export function eventsCodedBy(snapshot: Snapshot, itemId: string): Revision<'event'>[] {
  const item = snapshot.items.get(itemId);
  switch (item?.kind) {
    case 'event':
      return [item as Revision<'event'>];
    case 'property':
      return (carriersOf(snapshot).get(itemId) ?? []).flatMap(({ item: carrier }) =>
        carrier.kind === 'event' ? [carrier] : [],
      );
    case 'property-group':
      return itemsOfKind(snapshot, 'event').filter((event) => event.content.groups.includes(itemId));
    case 'source':
      return itemsOfKind(snapshot, 'event').filter((event) => event.content.sources.includes(itemId));
    default:
      return [];
  }
}

/** As much of a plan as the code of one event needs: what it carries, and what files could mistake for that by its name. */
export function planOfEvent(snapshot: Snapshot, event: Revision<'event'>): Snapshot {
  const groups = event.content.groups.flatMap((id) => itemOfKind(snapshot, 'property-group', id) ?? []);
  const carried = resolvedUses(snapshot, event).map(({ property }) => property);
  return snapshotOf(snapshot.planId, snapshot.release, [
    ...new Set([event, ...groups, ...namesakesOf(snapshot, carried)]),
  ]);
}

/** As much of a plan as the definition of one property needs. */
export function planOfProperty(snapshot: Snapshot, property: Revision<'property'>): Snapshot {
  return snapshotOf(snapshot.planId, snapshot.release, namesakesOf(snapshot, [property]));
}

function namesakesOf(snapshot: Snapshot, properties: readonly Revision<'property'>[]): Revision<'property'>[] {
  const known = propertiesByName(snapshot);
  return [...new Set(properties.flatMap((property) => known.get(plainName(property)) ?? []))];
}

function propertiesByName(snapshot: Snapshot): ReadonlyMap<string, readonly Revision<'property'>[]> {
  const before = byName.get(snapshot);
  if (before) return before;
  const result = Map.groupBy(itemsOfKind(snapshot, 'property'), plainName);
  byName.set(snapshot, result);
  return result;
}

/** File names tell fewer characters apart than a plan does. */
function plainName({ namespace, name }: Revision<'property'>): string {
  return foldName(`${namespace ?? ''}.${name}`).replace(/[^\p{L}\p{N}]+/gu, '-');
}

// Kept with the snapshot, which never changes.
const byName = new WeakMap<Snapshot, ReadonlyMap<string, readonly Revision<'property'>[]>>();

/** The call that sends an event from a source, in the language of that source; without one, from anywhere. */
export function callOf(
  snapshot: Snapshot,
  event: Revision<'event'>,
  source: Revision<'source'> | null,
): { readonly language: SnippetLanguage; readonly text: string } {
  const language = source ? languageOf({ name: source.name, ...source.content }) : 'javascript';
  const properties = resolvedUses(snapshot, event).map(({ use, property }) => ({
    name: property.name,
    type: property.content.type,
    presence: use.perSource.find((one) => one.sourceId === source?.id)?.presence ?? use.presence,
    values: use.pinned
      ? [use.pinned.value]
      : (use.allowedValues ?? property.content.allowedValues?.map(({ value }) => value) ?? []),
  }));
  return { language, text: snippetOf(language, event, properties) };
}
