import { sameJson } from '../../kit/canonical';
import { canonicalItem } from '../plan/canonical-item';
import { fieldValue, type Item } from '../plan/item';
import type { FieldDefinition } from '../plan/kinds/define';
import { fieldsOf } from '../plan/kinds/list';
import { memberKeyOf } from '../plan/member-key';
import type { Difference } from './difference';

type Found = Difference[];

/** Every difference between two states of one item, in the order of its kind's fields and then of members. */
export function diffItems(before: Item, after: Item): Difference[] {
  if (before === after) return [];
  if (before.kind !== after.kind || before.id !== after.id) {
    return [
      { type: 'item-removed', itemId: before.id, kind: before.kind, before },
      { type: 'item-added', itemId: after.id, kind: after.kind, after },
    ];
  }
  const found: Found = [];
  const left = canonicalItem(before);
  const right = canonicalItem(after);
  for (const field of fieldsOf(before.kind)) {
    const was = fieldValue(left, field.key);
    const is = fieldValue(right, field.key);
    if (was === is) continue;
    if ((field.shape === 'set' || field.shape === 'keyed') && Array.isArray(was) && Array.isArray(is))
      diffMembers(before, field, was, is, found);
    else if (!sameJson(was, is))
      found.push({
        type: 'field-changed',
        itemId: before.id,
        kind: before.kind,
        field: field.key,
        before: was,
        after: is,
      });
  }
  return found;
}

function diffMembers(
  item: Item,
  field: FieldDefinition,
  before: readonly unknown[],
  after: readonly unknown[],
  found: Found,
): void {
  const about = { itemId: item.id, kind: item.kind, field: field.key };
  const was = membersByKey(field, before);
  const is = membersByKey(field, after);
  for (const member of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const old = was.get(member);
    const next = is.get(member);
    if (old === undefined) found.push({ ...about, type: 'member-added', member, after: next });
    else if (next === undefined) found.push({ ...about, type: 'member-removed', member, before: old });
    else if (field.shape === 'keyed' && old !== next) {
      for (const { key: part } of field.parts) {
        const left = (old as Record<string, unknown>)[part];
        const right = (next as Record<string, unknown>)[part];
        if (!sameJson(left, right))
          found.push({ ...about, type: 'member-changed', member, part, before: left, after: right });
      }
    }
  }
}

function membersByKey(field: FieldDefinition, members: readonly unknown[]): Map<string, unknown> {
  return new Map(members.map((member) => [memberKeyOf(field, member), member]));
}
