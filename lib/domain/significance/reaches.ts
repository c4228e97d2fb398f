import type { Difference } from '../diff/difference';
import { memberOf } from '../diff/member';
import type { AllowedValue } from '../plan/kinds/property-content';
import type { Scalar } from '../plan/parts';
import type { PropertyUse } from '../plan/property-use';

/**
 * Whether a property's difference reaches an item by its use of it. A use that never sends it is reached by nothing; one
 * that narrows the list or pins a value is reached only where its own values are.
 */
export function reaches(difference: Difference, use: PropertyUse): boolean {
  if (neverSent(use)) return false;
  const values = valuesHere(use);
  if (values === null || !('field' in difference)) return true;
  if (difference.field === 'allowedValues') return reachesValues(difference, values);
  const test = boundTests[difference.field];
  // A bound that all values sent here keep to asks nothing of this item.
  return (
    !test ||
    difference.type !== 'field-changed' ||
    difference.after === null ||
    !values.every((value) => test(value, difference.after as number))
  );
}

const boundTests: Readonly<Record<string, (value: Scalar, bound: number) => boolean>> = {
  minimum: (value, bound) => typeof value !== 'number' || value >= bound,
  maximum: (value, bound) => typeof value !== 'number' || value <= bound,
  minLength: (value, bound) => typeof value !== 'string' || [...value].length >= bound,
  maxLength: (value, bound) => typeof value !== 'string' || [...value].length <= bound,
};

function reachesValues(
  difference: Exclude<Difference, { type: 'item-added' | 'item-removed' }>,
  values: readonly Scalar[],
): boolean {
  if (difference.type !== 'field-changed') return values.some((value) => value === memberOf(difference.member));
  // A list that begins reaches a narrower one only by the values it leaves out; a list that ends, not at all.
  const after = difference.after as readonly AllowedValue[] | null;
  return after !== null && values.some((value) => !after.some((allowed) => allowed.value === value));
}

/** The values that can be sent here when the use itself says so. */
function valuesHere(use: PropertyUse): readonly Scalar[] | null {
  return use.pinned ? [use.pinned.value] : use.allowedValues;
}

function neverSent(use: PropertyUse): boolean {
  return (
    use.presence.kind === 'never' &&
    use.perSource.every((difference) => difference.presence === null || difference.presence.kind === 'never')
  );
}
