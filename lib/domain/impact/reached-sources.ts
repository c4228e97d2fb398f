import { fieldValue, type Item } from '../plan/item';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import type { Classified, ItemChange } from '../significance/classified';
import type { AffectedSource } from './impact';

/** Fields of an event that say when its code must run. */
const momentFields = new Set(['firesWhen', 'doesNotCount', 'sourceOfTruth']);

/** Sources whose code must change: they send something in another form, at another moment, or for the first time. */
export function reachedSources(before: Snapshot, itemChanges: readonly ItemChange[]): AffectedSource[] {
  const found = new Map<string, { why: string; itemIds: Set<string> }>();
  for (const change of itemChanges) {
    if (change.kind !== 'event') continue;
    const why = reasonFor(change);
    if (!why) continue;
    for (const sourceId of sourcesOf(before, change)) {
      const known = found.get(sourceId);
      if (known) known.itemIds.add(change.itemId);
      else found.set(sourceId, { why: `It sends ${change.name}. ${why}`, itemIds: new Set([change.itemId]) });
    }
  }
  return [...found].map(([sourceId, { why, itemIds }]) => {
    const source = itemOfKind(before, 'source', sourceId);
    return {
      sourceId,
      name: source ? source.content.displayName || source.name : 'a new source',
      why,
      itemIds: [...itemIds],
    };
  });
}

function reasonFor(change: ItemChange): string | undefined {
  if (change.operation === 'added') return 'It is new and must be sent.';
  const own = change.differences.find((one) => one.breaks.senders || movesTheMoment(one));
  return own?.why ?? change.via.find((via) => via.breaks.senders)?.why;
}

function movesTheMoment(one: Classified): boolean {
  return (
    one.significances.includes('meaning') &&
    one.difference.type === 'field-changed' &&
    momentFields.has(one.difference.field)
  );
}

function sourcesOf(before: Snapshot, change: ItemChange): Set<string> {
  const ids = new Set(itemOfKind(before, 'event', change.itemId)?.content.sources ?? []);
  for (const { difference } of change.differences) {
    if (difference.type === 'item-added') for (const id of listed(difference.after)) ids.add(id);
    if (difference.type === 'member-added' && difference.field === 'sources') ids.add(difference.member);
  }
  return ids;
}

function listed(item: Item): readonly string[] {
  const sources = fieldValue(item, 'sources');
  return Array.isArray(sources) ? sources : [];
}
