import { sameJson } from '../../kit/canonical';
import { listInWords, scalarInWords, sentInWords } from '../diff/words';
import type { Scalar } from '../plan/parts';
import { canonicalType } from '../plan/property-type';
import type { Presence, PropertyUse } from '../plan/property-use';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import type { Effect } from './classified';
import { additive, breaking, editorial, proseMeaning, together } from './effects';
import { isFormattingOnly } from './formatting';
import type { At } from './rule';

/** What a new duty or a lost promise to send a property does: a duty asks senders, a lost promise reaches readers. */
export function presenceEffect(before: Presence, after: Presence, why: string): Effect {
  if (before.kind === 'when' && after.kind === 'when') {
    if (isFormattingOnly(before.condition, after.condition))
      return editorial(`only the spacing of the condition changed: ${why}`);
    return { ...breaking('both', why), claimable: true };
  }
  return matrix[before.kind][after.kind](why);
}

type Kind = Presence['kind'];
const both = (why: string) => breaking('both', why);
const senders = (why: string) => breaking('senders', why);
const readers = (why: string) => breaking('readers', why);
const matrix: Record<Kind, Record<Kind, (why: string) => Effect>> = {
  never: { never: additive, sometimes: additive, when: senders, always: senders },
  sometimes: { never: both, sometimes: additive, when: senders, always: senders },
  when: { never: both, sometimes: readers, when: both, always: senders },
  always: { never: both, sometimes: readers, when: readers, always: additive },
};

/** A narrower list here: values taken out are gone for both sides, a first list only asks senders, unless it takes out nothing. */
export function narrowedListEffect(
  before: readonly Scalar[] | null,
  after: readonly Scalar[] | null,
  property: readonly Scalar[] | null,
  why: string,
): Effect {
  if (after === null) return additive(why);
  if (before === null)
    return property?.every((value) => after.includes(value)) ? additive(why) : breaking('senders', why);
  const lost = before.filter((value) => !after.includes(value));
  return lost.length > 0
    ? breaking('both', `${why}; ${listInWords(lost.map((value) => `'${scalarInWords(value)}'`))} removed`)
    : additive(why);
}

/** A constant: pinning narrows, unpinning widens, another one replaces. */
export function pinnedEffect(before: PropertyUse['pinned'], after: PropertyUse['pinned'], why: string): Effect {
  if (after === null) return additive(why);
  return breaking(before === null ? 'senders' : 'both', why);
}

/** What sources do differently, one by one; a source that is not named does as the rest. */
export function perSourceEffect(
  before: PropertyUse['perSource'],
  after: PropertyUse['perSource'],
  base: Presence,
  at: Pick<At, 'names' | 'sentence'>,
): Effect {
  const was = new Map(before.map((one) => [one.sourceId, one]));
  const is = new Map(after.map((one) => [one.sourceId, one]));
  const effects: Effect[] = [];
  for (const sourceId of new Set([...was.keys(), ...is.keys()])) {
    const from = was.get(sourceId)?.presence ?? base;
    const to = is.get(sourceId)?.presence ?? base;
    if (!sameJson(from, to))
      effects.push(
        presenceEffect(from, to, `from '${at.names(sourceId)}' it is now ${sentInWords(to)}; was ${sentInWords(from)}`),
      );
    const [said, says] = [was.get(sourceId)?.note ?? '', is.get(sourceId)?.note ?? ''];
    if (said !== says && !isFormattingOnly(said, says))
      effects.push(proseMeaning(`the note for '${at.names(sourceId)}' changed: ${at.sentence}`));
  }
  return together(effects, editorial(at.sentence));
}

/** A property that an event or group newly carries. */
export function addedUseEffect(use: PropertyUse, why: string): Effect {
  const presences = [use.presence, ...use.perSource.flatMap((difference) => difference.presence ?? [])];
  return presences.some((presence) => presence.kind === 'always' || presence.kind === 'when')
    ? breaking('senders', why)
    : additive(why);
}

/** A property that an event or group no longer carries. */
export function removedUseEffect(use: PropertyUse, why: string): Effect {
  const presences = [use.presence, ...use.perSource.flatMap((difference) => difference.presence ?? [])];
  return presences.every((presence) => presence.kind === 'never') ? additive(why) : breaking('both', why);
}

/** One use put in place of another: an event's own instead of its group's, or the reverse. */
export function replacedUseEffect(before: PropertyUse, after: PropertyUse, at: At): Effect {
  const why = at.sentence;
  const effects: Effect[] = [];
  if (!sameJson(before.presence, after.presence)) {
    effects.push(
      presenceEffect(
        before.presence,
        after.presence,
        `'${at.names(after.propertyId)}' is now ${sentInWords(after.presence)}; was ${sentInWords(before.presence)}`,
      ),
    );
  }
  if (!sameJson(before.allowedValues, after.allowedValues)) {
    effects.push(
      narrowedListEffect(before.allowedValues, after.allowedValues, valuesOf(at.before, after.propertyId), why),
    );
  }
  if (!sameJson(before.pinned, after.pinned)) effects.push(pinnedEffect(before.pinned, after.pinned, why));
  if (before.note !== after.note && !isFormattingOnly(before.note, after.note)) effects.push(proseMeaning(why));
  if (!sameJson(before.perSource, after.perSource))
    effects.push(perSourceEffect(before.perSource, after.perSource, before.presence, at));
  return together(effects, additive(why));
}

/** All values that a property can have: its list, or both answers of a yes or no; `null` when they cannot be counted. */
export function valuesOf(snapshot: Snapshot, propertyId: string): readonly Scalar[] | null {
  const content = itemOfKind(snapshot, 'property', propertyId)?.content;
  if (content?.allowedValues) return content.allowedValues.map((allowed) => allowed.value);
  return content && canonicalType(content.type).type === 'boolean' ? [false, true] : null;
}

/** The use of a property that an item's groups bring, the first in order of ids; `null` where none does. */
export function groupUseOf(
  snapshot: Snapshot,
  eventId: string,
  propertyId: string,
): { readonly groupId: string; readonly use: PropertyUse } | null {
  const groups = itemOfKind(snapshot, 'event', eventId)?.content.groups ?? [];
  for (const groupId of [...groups].sort()) {
    const use = itemOfKind(snapshot, 'property-group', groupId)?.content.properties.find(
      (one) => one.propertyId === propertyId,
    );
    if (use) return { groupId, use };
  }
  return null;
}

/** The use that an event or group states itself. */
export function ownUse(snapshot: Snapshot, itemId: string, propertyId: string): PropertyUse | null {
  const item = snapshot.items.get(itemId);
  if (item?.kind !== 'event' && item?.kind !== 'property-group') return null;
  return item.content.properties.find((use) => use.propertyId === propertyId) ?? null;
}
