import { canonicalJson } from '../../kit/canonical';
import { digestOf } from '../../kit/digest';
import { fieldValue, type Item, withField } from './item';
import type { FieldDefinition } from './kinds/define';
import { fieldsOf } from './kinds/list';
import { memberKeyOf } from './member-key';
import { canonicalType, type PropertyType } from './property-type';

/** The one form an item is stored, compared and signed in: sets and keyed members in order of their keys, without repetition. */
export function canonicalItem<I extends Item>(item: I): I {
  let result = item;
  for (const field of fieldsOf(item.kind)) {
    const before = fieldValue(item, field.key);
    const after = canonicalField(field, before);
    if (after !== before) result = withField(result, field.key, after);
  }
  return result;
}

/** The digest of what an item says, without its id: what an approval covers. */
export function itemDigest(item: Item): string {
  return digestOf({ kind: item.kind, namespace: item.namespace, name: item.name, content: item.content });
}

function canonicalField(field: FieldDefinition, value: unknown): unknown {
  if (field.key === 'type' && isTypeValue(value)) return canonicalType(value);
  if ((field.shape !== 'set' && field.shape !== 'keyed') || !Array.isArray(value)) return value;
  const byKey = new Map<string, unknown>();
  for (const member of value) {
    const key = memberKeyOf(field, member);
    byKey.set(key, field.shape === 'keyed' ? canonicalMember(field, member) : member);
  }
  const keys = [...byKey.keys()].sort();
  const sorted = keys.map((key) => byKey.get(key));
  return sorted.length === value.length && sorted.every((member, index) => member === value[index]) ? value : sorted;
}

function canonicalMember(field: Extract<FieldDefinition, { shape: 'keyed' }>, member: unknown): unknown {
  let result = member as Record<string, unknown>;
  for (const part of field.parts) {
    const value = result[part.key];
    const sorted =
      Array.isArray(value) && (part.shape === 'set' || part.key === 'perSource') ? sortedByText(value) : value;
    if (sorted !== value) result = { ...result, [part.key]: sorted };
  }
  return result;
}

// The only field called `type` that is not a plain text is a property's type.
function isTypeValue(value: unknown): value is PropertyType {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function sortedByText(values: readonly unknown[]): readonly unknown[] {
  const keyed = new Map(values.map((value) => [canonicalJson(value), value]));
  const sorted = [...keyed.keys()].sort().map((key) => keyed.get(key));
  return sorted.length === values.length && sorted.every((value, index) => value === values[index]) ? values : sorted;
}
