import { memberOf } from '../diff/member';
import { qualifiedName } from '../plan/item';
import { kinds } from '../plan/kinds/list';
import type { PropertyUse } from '../plan/property-use';
import { referrers } from '../plan/references';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import type { Classified, Transitive } from './classified';
import { consequenceOf, inOrder, loudest, whyOf } from './effects';
import { reaches } from './reaches';
import { groupUseOf, ownUse } from './use-rules';

/**
 * What the changes of an item do to each item that uses it, before and after: a property's to events and groups, also
 * through groups; a group's to its events; a source's to its events; a destination's mapping to the item it maps.
 */
export function transitivesOf(
  before: Snapshot,
  after: Snapshot,
  causeId: string,
  own: readonly Classified[],
): ReadonlyMap<string, Transitive> {
  const loud = own.filter(
    (classified) => classified.significance !== 'editorial' && classified.difference.type !== 'item-added',
  );
  const kind = loud[0]?.difference.kind;
  const result = new Map<string, Transitive>();
  if (kind === undefined) return result;
  const add = (userId: string, through: string | null, reaching: readonly Classified[]) => {
    if (reaching.length > 0 && after.items.has(userId))
      result.set(userId, transitive(before, after, causeId, through, reaching));
  };
  if (kind === 'property') {
    for (const userId of usersOfProperty(before, causeId)) {
      const found = carriedUse(before, userId, causeId);
      // An item that gives the property up says so itself; the property's own change no longer reaches it.
      if (found && carriedUse(after, userId, causeId))
        add(
          userId,
          found.through,
          loud.filter((classified) => reaches(classified.difference, found.use)),
        );
    }
  } else if (kind === 'property-group') {
    for (const eventId of eventsWith(before, after, causeId, 'groups'))
      add(
        eventId,
        null,
        loud.filter((classified) => !overruled(before, eventId, classified)),
      );
  } else if (kind === 'source') {
    for (const eventId of eventsWith(before, after, causeId, 'sources')) add(eventId, null, loud);
  } else if (kind === 'destination') {
    for (const eventId of eventsWith(before, after, causeId, 'destinations')) {
      add(
        eventId,
        null,
        loud.filter(
          (classified) =>
            classified.difference.type === 'item-removed' ||
            ('field' in classified.difference && reachingFields.has(classified.difference.field)),
        ),
      );
    }
    for (const [itemId, mappings] of byMember(loud, 'nameMapping')) {
      const known = result.get(itemId);
      const rest = known
        ? loud.filter(
            (classified) => 'field' in classified.difference && reachingFields.has(classified.difference.field),
          )
        : [];
      if (before.items.has(itemId)) add(itemId, null, [...rest, ...mappings]);
    }
  }
  return result;
}

// A destination's limits are a matter of conventions; these say that its data is another or elsewhere.
const reachingFields = new Set(['name', 'namespace', 'lifecycle', 'meaning']);

function transitive(
  before: Snapshot,
  after: Snapshot,
  causeId: string,
  through: string | null,
  reaching: readonly Classified[],
): Transitive {
  const cause = after.items.get(causeId) ?? before.items.get(causeId);
  const kind = reaching[0]?.difference.kind ?? 'property';
  const significances = inOrder(reaching.flatMap((classified) => classified.significances));
  const breaks = {
    senders: reaching.some((one) => one.breaks.senders),
    readers: reaching.some((one) => one.breaks.readers),
  };
  const group = through === null ? undefined : (after.items.get(through) ?? before.items.get(through));
  const path = group ? `through the group '${qualifiedName(group)}', ` : '';
  return {
    itemId: causeId,
    kind,
    through,
    significance: loudest(significances),
    significances,
    breaks,
    why: `${path}${kinds[kind].label.toLowerCase()} '${cause ? qualifiedName(cause) : causeId}': ${whyOf(reaching)}`,
    consequence: consequenceOf(significances, breaks),
  };
}

function usersOfProperty(snapshot: Snapshot, propertyId: string): ReadonlySet<string> {
  const users = new Set<string>();
  const index = referrers(snapshot);
  for (const id of index.get(propertyId) ?? []) {
    const kind = snapshot.items.get(id)?.kind;
    if (kind === 'event' || kind === 'property-group') users.add(id);
    if (kind === 'property-group')
      for (const eventId of index.get(id) ?? []) if (snapshot.items.get(eventId)?.kind === 'event') users.add(eventId);
  }
  return users;
}

function carriedUse(
  snapshot: Snapshot,
  itemId: string,
  propertyId: string,
): { readonly use: PropertyUse; readonly through: string | null } | null {
  const own = ownUse(snapshot, itemId, propertyId);
  if (own) return { use: own, through: null };
  const found = groupUseOf(snapshot, itemId, propertyId);
  return found && { use: found.use, through: found.groupId };
}

function* eventsWith(
  before: Snapshot,
  after: Snapshot,
  id: string,
  field: 'groups' | 'sources' | 'destinations',
): Generator<string> {
  for (const eventId of referrers(before).get(id) ?? []) {
    const had = itemOfKind(before, 'event', eventId)?.content[field].includes(id);
    if (had && itemOfKind(after, 'event', eventId)?.content[field].includes(id)) yield eventId;
  }
}

/** Whether the event states the group's property itself, so that what the group says of it does not matter there. */
function overruled(before: Snapshot, eventId: string, classified: Classified): boolean {
  const { difference } = classified;
  if (!('member' in difference) || difference.field !== 'properties') return false;
  return ownUse(before, eventId, String(memberOf(difference.member))) !== null;
}

function byMember(classified: readonly Classified[], field: string): Map<string, Classified[]> {
  const result = new Map<string, Classified[]>();
  for (const one of classified) {
    if (!('member' in one.difference) || one.difference.field !== field) continue;
    const id = String(memberOf(one.difference.member));
    result.set(id, [...(result.get(id) ?? []), one]);
  }
  return result;
}
