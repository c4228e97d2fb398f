import * as fc from 'fast-check';
import type { Scalar } from '../plan/parts';
import type { PropertyType } from '../plan/property-type';
import { scalarTypes } from '../plan/property-type';
import type { Presence, PropertyUse } from '../plan/property-use';

/** Short texts, the empty one and ones that read as other values included. */
export const text = fc.constantFrom('', 'a', 'b', 'when paid', 'when  paid', '0', 'false', 'null', 'ключ');

/** Values that are easily taken for one another. */
export const scalar: fc.Arbitrary<Scalar> = fc.constantFrom('', '0', 'false', '"a"', 'a', 'b', 0, 1, false, true);

export const day = fc.constantFrom('2026-01-01', '2026-03-31');

/** A value or `null`. */
export function nullable<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null, freq: 2 });
}

/** One id of a pool. */
export function ids(pool: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...pool);
}

/** Some ids of a pool, in any order. */
export function someIds(pool: readonly string[]): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...pool]);
}

/** A list in which no two members have one key. */
export function uniqueBy<T>(
  arbitrary: fc.Arbitrary<T>,
  key: (value: T) => string,
  minLength = 0,
  maxLength = 4,
): fc.Arbitrary<T[]> {
  return fc.uniqueArray(arbitrary, { selector: key, minLength, maxLength });
}

/** A property's type, up to three levels deep. */
export const arbitraryType: fc.Arbitrary<PropertyType> = fc.letrec<{ type: PropertyType; leaf: PropertyType }>(
  (tie) => ({
    leaf: fc.constantFrom(...scalarTypes, 'any' as const).map((type) => ({ type })),
    type: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      tie('leaf'),
      fc.record({ type: fc.constant('array' as const), items: tie('type') }),
      fc.record({
        type: fc.constant('object' as const),
        open: fc.boolean(),
        fields: uniqueBy(
          fc.record({ name: fc.constantFrom('x', 'y', 'z'), type: tie('type'), required: fc.boolean(), meaning: text }),
          (field) => field.name,
          0,
          3,
        ),
      }),
      uniqueBy(fc.oneof(tie('leaf'), fc.constant<PropertyType>({ type: 'null' })), (type) => type.type, 2, 3).map(
        (of) => ({ type: 'union' as const, of }),
      ),
    ),
  }),
).type;

const presence: fc.Arbitrary<Presence> = fc.oneof(
  fc.constantFrom('always' as const, 'sometimes' as const, 'never' as const).map((kind) => ({ kind })),
  fc
    .constantFrom('the cart is not empty', 'a coupon is given')
    .map((condition) => ({ kind: 'when' as const, condition })),
);

/** A use of a property of one pool with differences for sources of another. */
export function arbitraryPropertyUse(
  properties: readonly string[],
  sources: readonly string[],
): fc.Arbitrary<PropertyUse> {
  return fc.record({
    propertyId: ids(properties),
    presence,
    allowedValues: nullable(uniqueBy(scalar, (value) => JSON.stringify(value), 1)),
    pinned: nullable(fc.record({ value: scalar })),
    note: text,
    perSource: uniqueBy(
      fc.record({ sourceId: ids(sources), presence: nullable(presence), note: text }),
      (difference) => difference.sourceId,
      0,
      2,
    ),
  });
}
