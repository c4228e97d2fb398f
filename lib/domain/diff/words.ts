import { canonicalJson } from '../../kit/canonical';
import { type FieldDefinition, propertyUseField } from '../plan/kinds/define';
import type { Lifecycle, Owner } from '../plan/parts';
import type { PropertyType } from '../plan/property-type';
import { typeInWords } from '../plan/property-type';
import type { Presence, PropertyUse, SourceDifference } from '../plan/property-use';

/** The name of an item, team or person by its id. */
export type Names = (id: string) => string;

type KeyedField = Extract<FieldDefinition, { shape: 'keyed' }>;

/** How often a property is sent: `always`, `sometimes`, `never`, `when the cart is not empty`. */
export function presenceInWords(presence: Presence): string {
  return presence.kind === 'when' ? `when ${presence.condition}` : presence.kind;
}

/** The same as a predicate: "always sent", "sent when …". */
export function sentInWords(presence: Presence): string {
  return presence.kind === 'when' ? `sent when ${presence.condition}` : `${presence.kind} sent`;
}

/** A list as a person reads it aloud, the rest counted from the sixth on. */
export function listInWords(words: readonly string[]): string {
  return wholeListInWords(words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more`] : words);
}

function wholeListInWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const byField: Readonly<Record<string, (value: never, names: Names) => string>> = {
  lifecycle: (value: Lifecycle, names) =>
    value.replacedBy === null ? value.state : `${value.state}, replaced by '${names(value.replacedBy)}'`,
  owner: (value: Owner, names) => names(value.id),
  type: (value: PropertyType | string) => (typeof value === 'string' ? value : typeInFull(value)),
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
  properties: (value: PropertyUse, names) =>
    `${names(value.propertyId)}, ${partsInWords(propertyUseField, value, names).join('; ')}`,
};

/** All that a field's value says, or one member's, in words; `null` and the empty text give `undefined`. */
export function valueInWords(field: string, value: unknown, names: Names): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const own = byField[field];
  if (Array.isArray(value) && field !== 'perSource') {
    if (value.length === 0) return undefined;
    const members = value.map((member) => valueInWords(field, member, names) ?? "''");
    // Values with meanings of their own stand in a line each.
    return value.some(hasMeaning) ? members.join('\n') : wholeListInWords(members);
  }
  if (own) return own(value as never, names) || undefined;
  if (typeof value === 'object' && 'value' in value) {
    const { meaning } = value as { meaning?: string };
    return meaning ? `${scalarInWords(value.value)}: ${meaning}` : scalarInWords(value.value);
  }
  return scalarInWords(value);
}

/** The same for a sentence: long lists are counted, and types and values named without their meanings. */
export function valueInBrief(field: string, value: unknown, names: Names): string | undefined {
  if (field === 'type' && typeof value === 'object' && value !== null) return typeInWords(value as PropertyType);
  if (!Array.isArray(value) || field === 'perSource' || value.length === 0) return valueInWords(field, value, names);
  const members = value.map((member) => (hasMeaning(member) ? { ...member, meaning: '' } : member));
  return listInWords(members.map((member) => valueInWords(field, member, names) ?? "''"));
}

/** All that a member of a keyed list says beside what it is called, its parts in their order. */
export function partsInWords(field: KeyedField, value: Readonly<Record<string, unknown>>, names: Names): string[] {
  return field.parts.flatMap(({ key, label }) => {
    if (key === 'outcome' && value[key] === false) return [];
    const words = valueInWords(key, value[key], names);
    if (words === undefined) return [];
    if (key === 'presence') return [sentInWords(value[key] as Presence)];
    return [field.parts.length === 1 ? words : `${label.toLowerCase()}: ${words}`];
  });
}

function hasMeaning(value: unknown): value is { readonly meaning: string } {
  return typeof value === 'object' && value !== null && 'meaning' in value && value.meaning !== '';
}

function typeInFull(type: PropertyType): string {
  switch (type.type) {
    case 'object': {
      const fields = type.fields.map(({ name, type: its, required, meaning }) => {
        const said = [typeInFull(its), required ? 'required' : '', meaning].filter((words) => words !== '');
        return `${name} (${said.join(', ')})`;
      });
      return [
        'object',
        fields.length > 0 ? ` with ${fields.join(', ')}` : '',
        type.open ? '' : ' and nothing else',
      ].join('');
    }
    case 'array':
      return `list of ${typeInFull(type.items)}`;
    case 'union':
      return type.of.map(typeInFull).join(' or ');
    default:
      return typeInWords(type);
  }
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
