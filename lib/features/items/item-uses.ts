import type { ConsumerUseView, ItemView, ResolvedUseView, UsedBy } from '@/lib/contracts/items';
import { qualifiedName, type Revision } from '@/lib/domain/plan/item';
import { typeInWords } from '@/lib/domain/plan/property-type';
import { referrers } from '@/lib/domain/plan/references';
import { byNamespaceAndName, type Snapshot } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { carriersOf, resolvedUses } from '@/lib/domain/plan-query/resolved-uses';
import type { OwnerNames } from '@/lib/store/owner-names';

/** The properties an event or group carries, groups resolved. */
export function propertiesOf(snapshot: Snapshot, item: Revision): ResolvedUseView[] {
  if (item.kind !== 'event' && item.kind !== 'property-group') return [];
  return resolvedUses(snapshot, item).map(({ use, property, group }) => ({
    property: { ...mentionOf(property), meaning: property.content.meaning },
    group: group && mentionOf(group),
    use,
    type: typeInWords(property.content.type),
    typeStructure: property.content.type,
    unit: property.content.unit,
    allowedValues: property.content.allowedValues,
    dataClass: property.content.dataClass,
  }));
}

/** The sources of an event, client or server, with the one that is its truth. */
export function sourcesOf(snapshot: Snapshot, item: Revision): ItemView['sources'] {
  if (item.kind !== 'event') return [];
  return item.content.sources.flatMap((id) => {
    const source = snapshot.items.get(id);
    if (source?.kind !== 'source') return [];
    return [
      {
        item: mentionOf(source),
        runtime: source.content.runtime,
        platform: source.content.platform,
        isSourceOfTruth: id === item.content.sourceOfTruth,
      },
    ];
  });
}

const plain = {
  through: null,
  presence: null,
  allowedValues: null,
  pinned: null,
  note: '',
  isSourceOfTruth: false,
} as const;

/** Who carries a property, or names a source, destination or group. */
export function usedBy(snapshot: Snapshot, item: Revision): UsedBy[] {
  if (item.kind === 'property') {
    return (carriersOf(snapshot).get(item.id) ?? []).map(({ item: carrier, use, group }) => ({
      ...plain,
      item: mentionOf(carrier),
      through: group && mentionOf(group),
      presence: use.presence,
      allowedValues: use.allowedValues,
      pinned: use.pinned?.value ?? null,
      note: use.note,
    }));
  }
  if (item.kind === 'event' || item.kind === 'consumer') return [];
  return pointing(snapshot, item).flatMap((other) =>
    other.kind === 'event'
      ? [{ ...plain, item: mentionOf(other), isSourceOfTruth: other.content.sourceOfTruth === item.id }]
      : [],
  );
}

/** The consumers that depend on an item, and on what of it. */
export function consumersOf(snapshot: Snapshot, item: Revision, owners: OwnerNames): ConsumerUseView[] {
  return pointing(snapshot, item).flatMap((other) => {
    if (other.kind !== 'consumer') return [];
    const { type, owner, startsAt, endsAt, uses } = other.content;
    const words = uses
      .filter((use) => use.eventId === item.id || use.propertyId === item.id)
      .map((use) => {
        const parts = [use.eventId, use.propertyId].flatMap((id) =>
          id && id !== item.id ? [nameOf(snapshot, id)] : [],
        );
        const value = use.value === null ? [] : [`= ${String(use.value)}`];
        return [...parts, ...value, ...(use.outcome ? ['(outcome)'] : [])].join(' ') || 'as a whole';
      });
    return [
      {
        consumer: mentionOf(other),
        type,
        owner: owner && { ...owner, name: owners.nameOf(owner) },
        startsAt,
        endsAt,
        uses: words,
      },
    ];
  });
}

function nameOf(snapshot: Snapshot, id: string): string {
  const item = snapshot.items.get(id);
  return item ? qualifiedName(item) : id;
}

function pointing(snapshot: Snapshot, item: Revision): Revision[] {
  const ids = referrers(snapshot).get(item.id) ?? [];
  return [...ids].flatMap((id) => snapshot.items.get(id) ?? []).sort(byNamespaceAndName);
}
