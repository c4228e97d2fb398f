import { memberOf } from '../diff/member';
import type { PropertyUse } from '../plan/property-use';
import { itemOfKind } from '../plan/snapshot';
import { says } from './common-rules';
import { additive, breaking, together } from './effects';
import type { At, MemberRule } from './rule';
import {
  addedUseEffect,
  groupUseOf,
  narrowedListEffect,
  ownUse,
  perSourceEffect,
  pinnedEffect,
  presenceEffect,
  removedUseEffect,
  replacedUseEffect,
  valuesOf,
} from './use-rules';

/** Property uses of an event or a group. An event's own use is in force before its groups'. */
export const propertyUses = {
  added: ((use, at) => {
    const through = groupUseOf(at.before, at.difference.itemId, use.propertyId);
    return through ? replacedUseEffect(through.use, use, at) : addedUseEffect(use, at.sentence);
  }) satisfies MemberRule<PropertyUse>,
  removed: ((use, at) => {
    const was = groupUseOf(at.before, at.difference.itemId, use.propertyId);
    const is = groupUseOf(at.after, at.difference.itemId, use.propertyId);
    // Only a group the event already had can be said to carry on; a newly added one is another difference, judged by itself.
    if (was && is && was.groupId === is.groupId) return replacedUseEffect(use, was.use, at);
    return removedUseEffect(
      use,
      is ? `${at.sentence}; it now comes through the group '${at.names(is.groupId)}'` : at.sentence,
    );
  }) satisfies MemberRule<PropertyUse>,
  parts: {
    presence: (before: PropertyUse['presence'], after: PropertyUse['presence'], at: At) =>
      presenceEffect(before, after, at.sentence),
    allowedValues: (before: PropertyUse['allowedValues'], after: PropertyUse['allowedValues'], at: At) =>
      narrowedListEffect(before, after, valuesOf(at.before, propertyIdOf(at)), at.sentence),
    pinned: (before: PropertyUse['pinned'], after: PropertyUse['pinned'], at: At) =>
      pinnedEffect(before, after, at.sentence),
    perSource: (before: PropertyUse['perSource'], after: PropertyUse['perSource'], at: At) =>
      perSourceEffect(
        before,
        after,
        ownUse(at.before, at.difference.itemId, propertyIdOf(at))?.presence ?? { kind: 'sometimes' },
        at,
      ),
    note: says,
  },
} as const;

/** Groups of an event: what they bring is added or removed with them, except what the event states itself before and after. */
export const groups = {
  added: ((groupId, at) => {
    const uses = usesOf(groupId, at).filter((use) => !statedThroughout(use.propertyId, at));
    return together(
      uses.map((use) => addedUseEffect(use, `${at.sentence}, which brings '${at.names(use.propertyId)}'`)),
      additive(at.sentence),
    );
  }) satisfies MemberRule<string>,
  removed: ((groupId, at) => {
    const uses = usesOf(groupId, at).filter((use) => !statedThroughout(use.propertyId, at));
    return together(
      uses.map((use) => removedUseEffect(use, `${at.sentence}, which brought '${at.names(use.propertyId)}'`)),
      additive(at.sentence),
    );
  }) satisfies MemberRule<string>,
} as const;

/** The name an item has in a destination: readers there see another one, senders notice nothing. */
export const nameMapping = {
  added: ((mapping, at) => {
    const item = at.before.items.get(mapping.itemId);
    if (!item || mapping.sendAs === item.name) return additive(at.sentence);
    return breaking('readers', at.sentence);
  }) satisfies MemberRule<{ itemId: string; sendAs: string | null }>,
  removed: ((mapping, at) => {
    const item = at.before.items.get(mapping.itemId);
    if (!item || mapping.sendAs === item.name) return additive(at.sentence);
    return mapping.sendAs === null ? additive(at.sentence) : breaking('readers', at.sentence);
  }) satisfies MemberRule<{ itemId: string; sendAs: string | null }>,
  parts: {
    sendAs: (before: string | null, _after: string | null, at: At) =>
      before === null ? additive(at.sentence) : breaking('readers', at.sentence),
  },
} as const;

function usesOf(groupId: string, at: At): readonly PropertyUse[] {
  const [first, second] = at.difference.type === 'member-removed' ? [at.before, at.after] : [at.after, at.before];
  return (
    (itemOfKind(first, 'property-group', groupId) ?? itemOfKind(second, 'property-group', groupId))?.content
      .properties ?? []
  );
}

function statedThroughout(propertyId: string, at: At): boolean {
  return (
    ownUse(at.before, at.difference.itemId, propertyId) !== null &&
    ownUse(at.after, at.difference.itemId, propertyId) !== null
  );
}

function propertyIdOf(at: At): string {
  return 'member' in at.difference ? String(memberOf(at.difference.member)) : '';
}
