import * as z from 'zod';
import { itemIdSchema, proseSchema, scalarSchema } from './parts';

/** How often a property comes with an event; `when` names the condition in words. */
export const presenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['always', 'sometimes', 'never']) }),
  z.strictObject({ kind: z.literal('when'), condition: proseSchema.min(1) }),
]);
export type Presence = z.infer<typeof presenceSchema>;

/** What one source does differently from the rest. */
export const sourceDifferenceSchema = z.strictObject({
  sourceId: itemIdSchema,
  presence: presenceSchema.nullable().default(null),
  note: proseSchema.default(''),
});
export type SourceDifference = z.infer<typeof sourceDifferenceSchema>;

/** An event's or a group's use of a property: presence, a narrower list of values, a pinned constant, a note, differences per source. */
export const propertyUseSchema = z.strictObject({
  propertyId: itemIdSchema,
  presence: presenceSchema.default({ kind: 'sometimes' }),
  /** A narrower list than the property's own; `null` leaves it as it is. */
  allowedValues: z.array(scalarSchema).min(1).max(2_000).nullable().default(null),
  /** The one value that is ever sent. */
  pinned: z.strictObject({ value: scalarSchema }).nullable().default(null),
  note: proseSchema.default(''),
  perSource: z.array(sourceDifferenceSchema).max(100).default([]),
});
export type PropertyUse = z.infer<typeof propertyUseSchema>;
