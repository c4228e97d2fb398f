import type { FieldDefinition } from '../plan/kinds/define';
import { fieldsOf } from '../plan/kinds/list';
import { memberKeyOf } from '../plan/member-key';
import type { Classified, ItemChange } from '../significance/classified';

/** The key under which an allowed value of a property is watched: as it is written, quoted where it would read as another type. */
export function valueKeyOf(value: unknown): string {
  return memberKeyOf(allowedValues, { value });
}

const found = fieldsOf('property').find((field) => field.key === 'allowedValues');
if (!found) throw new Error('properties have no allowed values');
const allowedValues: FieldDefinition = found;

/** Whether a change says, allows or forbids one value of a property: where it is defined, or in an event that narrows it. */
export function isValueChanged(
  change: ItemChange,
  { propertyId, value }: { readonly propertyId: string; readonly value: string },
  onlyLoud: boolean,
): boolean {
  return change.differences.some(
    (one) =>
      one.significance !== 'editorial' &&
      (!onlyLoud || one.significance === 'meaning' || one.significance === 'breaking') &&
      touches(one, propertyId, value),
  );
}

function touches({ difference }: Classified, propertyId: string, value: string): boolean {
  if (difference.itemId === propertyId) {
    if (difference.type === 'item-removed' || difference.type === 'item-added') return true;
    if (difference.field !== 'allowedValues') return false;
    if (difference.type !== 'field-changed') return difference.member === value;
    return holds(difference.before, value) !== holds(difference.after, value);
  }
  if (difference.type !== 'member-changed' || difference.field !== 'properties') return false;
  if (difference.member !== propertyId || difference.part !== 'allowedValues') return false;
  return holds(difference.before, value) !== holds(difference.after, value);
}

/** Whether a list of values names one; no list allows all, which names none. */
function holds(list: unknown, value: string): boolean {
  if (!Array.isArray(list)) return false;
  return list.some((one) => (isMember(one) ? valueKeyOf(one.value) : valueKeyOf(one)) === value);
}

function isMember(one: unknown): one is { value: unknown } {
  return typeof one === 'object' && one !== null && 'value' in one;
}
