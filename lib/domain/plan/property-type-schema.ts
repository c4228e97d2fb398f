import * as z from 'zod';
import { proseSchema, shortTextSchema } from './parts';
import { type ObjectField, type PropertyType, scalarTypes } from './property-type';

/** The type of a property: scalar, object with named fields, array of a type, or a union; nullable is a union with `null`. */
export const propertyTypeSchema: z.ZodType<PropertyType> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum([...scalarTypes, 'any', 'null']) }),
    z.strictObject({ type: z.literal('object'), open: z.boolean(), fields: z.array(objectFieldSchema).max(1_000) }),
    z.strictObject({ type: z.literal('array'), items: propertyTypeSchema }),
    z.strictObject({ type: z.literal('union'), of: z.array(propertyTypeSchema).min(2).max(20) }),
  ]),
);

const objectFieldSchema: z.ZodType<ObjectField> = z.lazy(() =>
  z.strictObject({
    name: shortTextSchema.min(1),
    type: propertyTypeSchema,
    required: z.boolean(),
    meaning: proseSchema,
  }),
);
