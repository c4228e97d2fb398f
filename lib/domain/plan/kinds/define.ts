import type { Significance } from '../significance';

/**
 * How a field's value is compared, merged and shown:
 * `prose` sentences, word by word · `value` as a whole · `set` members without order · `keyed` members with an identity of their own.
 */
export type FieldShape = 'prose' | 'value' | 'set' | 'keyed';

/** `by-rule`: the class depends on what changed; lib/domain/significance has the rule. */
export type FieldSignificance = Significance | 'by-rule';

export interface PartDefinition {
  readonly key: string;
  readonly label: string;
  readonly shape: 'prose' | 'value' | 'set';
  readonly significance: FieldSignificance;
}

export type FieldDefinition =
  | {
      readonly key: string;
      readonly label: string;
      readonly shape: 'prose' | 'value' | 'set';
      readonly significance: FieldSignificance;
    }
  | {
      readonly key: string;
      readonly label: string;
      readonly shape: 'keyed';
      readonly significance: FieldSignificance;
      /** The part of a member that is its identity. */
      readonly memberKey: string;
      /** What one member is called, singular. */
      readonly memberLabel: string;
      /** The other parts of a member. */
      readonly parts: readonly PartDefinition[];
    };

/** A reference from an item to another one: where it stands and which kind it must be. */
export interface Reference {
  readonly field: string;
  readonly itemId: string;
  /** `null` where any kind serves. */
  readonly kind: ItemKind | null;
}

export const itemKinds = ['event', 'property', 'property-group', 'source', 'destination', 'consumer'] as const;
/** What a plan defines. */
export type ItemKind = (typeof itemKinds)[number];

export interface KindDefinition<K extends ItemKind, C> {
  readonly kind: K;
  /** The beginning of its ids. */
  readonly idPrefix: string;
  /** As it stands in addresses. */
  readonly slug: string;
  readonly label: string;
  readonly plural: string;
  /** In reading order, meaning first. */
  readonly fields: readonly FieldDefinition[];
  readonly references: (content: C) => readonly Reference[];
}

/** Types a kind's definition by what its items say. */
export function defineKind<const K extends ItemKind, C>(definition: KindDefinition<K, C>): KindDefinition<K, C> {
  return definition;
}

export const prose = (key: string, label: string, significance: FieldSignificance) =>
  ({ key, label, shape: 'prose', significance }) as const;
export const value = (key: string, label: string, significance: FieldSignificance) =>
  ({ key, label, shape: 'value', significance }) as const;
export const set = (key: string, label: string, significance: FieldSignificance) =>
  ({ key, label, shape: 'set', significance }) as const;

/** Fields that every kind ends with. */
export const closingFields = [
  set('tags', 'Tags', 'editorial'),
  value('owner', 'Owner', 'editorial'),
  value('reviewBy', 'Review by', 'editorial'),
  {
    key: 'links',
    label: 'Links',
    shape: 'keyed',
    significance: 'editorial',
    memberKey: 'url',
    memberLabel: 'link',
    parts: [value('label', 'Label', 'editorial')],
  },
  {
    key: 'extras',
    label: 'Other facts',
    shape: 'keyed',
    significance: 'editorial',
    memberKey: 'key',
    memberLabel: 'fact',
    parts: [prose('value', 'Value', 'editorial')],
  },
] as const satisfies readonly FieldDefinition[];

/** Property uses of an event or a group. */
export const propertyUseField = {
  key: 'properties',
  label: 'Properties',
  shape: 'keyed',
  significance: 'by-rule',
  memberKey: 'propertyId',
  memberLabel: 'property',
  parts: [
    value('presence', 'Presence', 'by-rule'),
    set('allowedValues', 'Allowed values here', 'by-rule'),
    value('pinned', 'Always this value', 'by-rule'),
    prose('note', 'Note', 'meaning'),
    value('perSource', 'Differences per source', 'by-rule'),
  ],
} as const satisfies FieldDefinition;
