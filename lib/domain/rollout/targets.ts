import { referrers } from '../plan/references';
import { itemOfKind, type Snapshot } from '../plan/snapshot';

/** The sources whose code sends an item: an event by itself, a property by the events that carry it, through groups too. */
export function sourcesSending(snapshot: Snapshot, itemId: string): Set<string> {
  const sources = new Set<string>();
  const item = snapshot.items.get(itemId);
  if (item?.kind !== 'event' && item?.kind !== 'property') return sources;
  for (const eventId of item.kind === 'event' ? [itemId] : eventsCarrying(snapshot, itemId))
    for (const source of itemOfKind(snapshot, 'event', eventId)?.content.sources ?? []) sources.add(source);
  return sources;
}

/** The sources in whose code a change of an item has to follow: those that sent it, and those that send it now. */
export function rolloutTargets(before: Snapshot, after: Snapshot, itemId: string): string[] {
  const now = sourcesSending(after, itemId);
  for (const source of sourcesSending(before, itemId)) now.add(source);
  const known = (id: string) => after.items.has(id) || before.items.has(id);
  return [...now].filter(known);
}

function eventsCarrying(snapshot: Snapshot, propertyId: string): Set<string> {
  const found = new Set<string>();
  const users = referrers(snapshot);
  for (const id of users.get(propertyId) ?? []) {
    const item = snapshot.items.get(id);
    if (item?.kind === 'event') found.add(id);
    if (item?.kind === 'property-group')
      for (const other of users.get(id) ?? []) if (snapshot.items.get(other)?.kind === 'event') found.add(other);
  }
  return found;
}
