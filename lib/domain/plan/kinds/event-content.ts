import * as z from 'zod';
import { commonFields, itemIdSchema, jsonSchema, linkSchema, proseSchema, shortTextSchema } from '../parts';
import { propertyUseSchema } from '../property-use';

export const eventActions = ['track', 'page', 'screen', 'identify', 'group'] as const;

export const eventContentSchema = z.strictObject({
  ...commonFields,
  action: z.enum(eventActions).default('track'),
  firesWhen: proseSchema.default(''),
  doesNotCount: proseSchema.default(''),
  purpose: proseSchema.default(''),
  stage: shortTextSchema.nullable().default(null),
  category: shortTextSchema.default(''),
  sources: z.array(itemIdSchema).max(200).default([]),
  sourceOfTruth: itemIdSchema.nullable().default(null),
  destinations: z.array(itemIdSchema).max(200).default([]),
  properties: z.array(propertyUseSchema).max(1_000).default([]),
  groups: z.array(itemIdSchema).max(100).default([]),
  examples: z
    .array(z.strictObject({ title: shortTextSchema.default(''), payload: jsonSchema }))
    .max(50)
    .refine(
      (examples) => new Set(examples.map((example) => example.title)).size === examples.length,
      'two examples have the same title',
    )
    .default([]),
  screenshots: z.array(linkSchema).max(50).default([]),
});
/** What an event definition says beside its name. */
export type EventContent = z.infer<typeof eventContentSchema>;
