import { canonicalJson } from '../../kit/canonical';
import type { Lifecycle, Owner } from '../plan/parts';
import type { PropertyType } from '../plan/property-type';
import { typeInWords } from '../plan/property-type';
import type { Presence, PropertyUse, SourceDifference } from '../plan/property-use';

/** The name of an item, team or person by its id. */
export type Names = (id: string) => string;

/** How often a property is sent: `always`, `sometimes`, `never`, `when the cart is not empty`. */
export function presenceInWords(presence: Presence): string {
  return presence.kind === 'when' ? `when ${presence.condition}` : presence.kind;
}

/** The same as a predicate: "always sent", "sent when …". */
export function sentInWords(presence: Presence): string {
  return presence.kind === 'when' ? `sent when ${presence.condition}` : `${presence.kind} sent`;
}

/** A list as a person reads it aloud, the rest counted from the sixth on. */
export function listInWords(words: readonly string[], last = 'and'): string {
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more`] : words;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}

const byField: Readonly<Record<string, (value: never, names: Names) => string>> = {
  lifecycle: (value: Lifecycle, names) =>
    value.replacedBy === null ? value.state : `${value.state}, replaced by '${names(value.replacedBy)}'`,
  owner: (value: Owner, names) => names(value.id),
  type: (value: PropertyType | string) => (typeof value === 'string' ? value : typeInWords(value)),
  dataClass: (value: { class: string; kind: string }) =>
    value.kind === '' ? value.class : `${value.class} (${value.kind})`,
  sourceOfTruth: (value: string, names) => names(value),
  eventId: (value: string, names) => names(value),
  propertyId: (value: string, names) => names(value),
  sources: (value: string, names) => names(value),
  destinations: (value: string, names) => names(value),
  groups: (value: string, names) => names(value),
  presence: (value: Presence) => presenceInWords(value),
  pinned: (value: { value: unknown }) => scalarInWords(value.value),
  perSource: (value: SourceDifference[], names) => value.map((one) => sourceDifferenceInWords(one, names)).join('; '),
  properties: (value: PropertyUse) => sentInWords(value.presence),
};

/** A field's value, or one member's, in words; `null` and the empty text give `undefined`. */
export function valueInWords(field: string, value: unknown, names: Names): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const own = byField[field];
  if (Array.isArray(value) && field !== 'perSource')
    return value.length === 0
      ? undefined
      : listInWords(value.map((member) => valueInWords(field, member, names) ?? "''"));
  if (own) return own(value as never, names) || undefined;
  if (typeof value === 'object' && 'value' in value) return scalarInWords(value.value);
  return scalarInWords(value);
}

/** A single value as it is sent: texts plain, everything else as JSON. */
export function scalarInWords(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

function sourceDifferenceInWords(difference: SourceDifference, names: Names): string {
  const parts = [difference.presence ? presenceInWords(difference.presence) : '', difference.note].filter(
    (part) => part !== '',
  );
  return `${names(difference.sourceId)}: ${parts.length === 0 ? 'as elsewhere' : parts.join(', ')}`;
}
