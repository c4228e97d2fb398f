import * as z from 'zod';
import { commonFields } from '../parts';
import { propertyUseSchema } from '../property-use';

export const propertyGroupContentSchema = z.strictObject({
  ...commonFields,
  properties: z.array(propertyUseSchema).max(1_000).default([]),
});
/** A reusable bundle of property uses. */
export type PropertyGroupContent = z.infer<typeof propertyGroupContentSchema>;
