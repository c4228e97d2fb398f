import { consumer } from './consumer';
import type { FieldDefinition, ItemKind } from './define';
import { destination } from './destination';
import { event } from './event';
import { property } from './property';
import { propertyGroup } from './property-group';
import { source } from './source';

/** Every kind of item; a new kind is one file and one line here. */
export const kinds = { event, property, 'property-group': propertyGroup, source, destination, consumer } as const;

/** The definition of a field, with name and namespace, which every kind has outside its content. */
export function fieldOf(kind: ItemKind, key: string): FieldDefinition | undefined {
  return fieldsOf(kind).find((field) => field.key === key);
}

const identityFields: readonly FieldDefinition[] = [
  { key: 'name', label: 'Name', shape: 'value', significance: 'breaking' },
  { key: 'namespace', label: 'Namespace', shape: 'value', significance: 'breaking' },
];

/** All fields of a kind, name and namespace first. */
export function fieldsOf(kind: ItemKind): readonly FieldDefinition[] {
  return allFields[kind];
}

const allFields: Record<ItemKind, readonly FieldDefinition[]> = {
  event: [...identityFields, ...event.fields],
  property: [...identityFields, ...property.fields],
  'property-group': [...identityFields, ...propertyGroup.fields],
  source: [...identityFields, ...source.fields],
  destination: [...identityFields, ...destination.fields],
  consumer: [...identityFields, ...consumer.fields],
};
