import * as z from 'zod';
import { commonFields, itemIdSchema, shortTextSchema } from '../parts';

export const destinationContentSchema = z.strictObject({
  ...commonFields,
  /** Warehouse, Amplitude, Mixpanel, GA4 … */
  service: shortTextSchema.default(''),
  /** In characters. */
  maxNameLength: z.int().min(1).nullable().default(null),
  /** A pattern every sent name must match. */
  namePattern: z.string().max(1_000).nullable().default(null),
  maxPropertiesPerEvent: z.int().min(1).nullable().default(null),
  /** The name an item is sent under; `sendAs` null: it is not sent. */
  nameMapping: z
    .array(z.strictObject({ itemId: itemIdSchema, sendAs: shortTextSchema.nullable().default(null) }))
    .max(20_000)
    .default([]),
});
/** Where events go, with its naming limits and name mapping. */
export type DestinationContent = z.infer<typeof destinationContentSchema>;
