import { canonicalJson } from '../../kit/canonical';
import { digestOf } from '../../kit/digest';
import { fieldValue, type Item, withField } from './item';
import type { FieldDefinition } from './kinds/define';
import { fieldsOf } from './kinds/list';

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

/** The identity of a member of a keyed field, as text. */
export function memberKeyOf(field: FieldDefinition, member: unknown): string {
  if (field.shape !== 'keyed') return canonicalJson(member);
  const key: unknown = (member as Record<string, unknown>)[field.memberKey];
  return typeof key === 'string' ? key : canonicalJson(key);
}

function canonicalField(field: FieldDefinition, value: unknown): unknown {
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
    const sorted = Array.isArray(value) && (part.shape === 'set' || part.key === 'perSource') ? sortedByText(value) : value;
    if (sorted !== value) result = { ...result, [part.key]: sorted };
  }
  return result;
}

function sortedByText(values: readonly unknown[]): readonly unknown[] {
  const keyed = new Map(values.map((value) => [canonicalJson(value), value]));
  const sorted = [...keyed.keys()].sort().map((key) => keyed.get(key));
  return sorted.length === values.length && sorted.every((value, index) => value === values[index]) ? values : sorted;
}
