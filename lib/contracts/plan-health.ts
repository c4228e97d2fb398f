import * as z from 'zod';
import { healthKinds } from '@/lib/domain/health/kinds';
import { dataClasses } from '@/lib/domain/plan/kinds/property-content';
import { dateSchema, itemIdSchema, ownerSchema, proseSchema, shortTextSchema } from '@/lib/domain/plan/parts';
import { lineSchema, momentSchema, pageOf } from './common';
import { itemRefSchema } from './item-ref';
import { atSchema } from './items';

const kindSchema = z.enum(healthKinds);

/** Which state of the plan is looked at. */
export const planHealthQuerySchema = atSchema;

/** One release of the trend. */
export const healthPointSchema = z.object({
  number: z.number().int(),
  at: momentSchema,
  score: z.number().int().describe('Share of items without findings, in percent'),
  items: z.number().int(),
  clean: z.number().int(),
  found: z.record(kindSchema, z.number().int()),
});
export type HealthPoint = z.infer<typeof healthPointSchema>;

/** What a plan lacks in numbers, and how that went over its releases. */
export const planHealthSchema = z.object({
  release: z.number().int(),
  releasedAt: momentSchema.nullable(),
  score: z.number().int().describe('Share of items without findings, in percent'),
  items: z.number().int().describe('All but the retired'),
  clean: z.number().int().describe('Items without any finding'),
  kinds: z.array(
    z.object({
      kind: kindSchema,
      label: z.string(),
      why: z.string(),
      count: z.number().int().describe('Items with such a finding'),
      of: z.number().int().describe('Items it is asked of'),
    }),
  ),
  trend: z.array(healthPointSchema).describe('Oldest first, at most 500'),
  uncounted: z.number().int().describe('Releases that are still being counted'),
});
export type PlanHealthView = z.infer<typeof planHealthSchema>;

export const healthFindingQuerySchema = z.strictObject({
  ...atSchema.shape,
  kind: kindSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor: z.string().max(40).optional(),
});

/** One finding, with the field in which it is put right. */
export const healthFindingSchema = z.object({
  kind: kindSchema,
  label: z.string(),
  item: itemRefSchema,
  field: z.string().nullable(),
  words: z.string(),
  others: z.array(itemRefSchema),
});
export type HealthFindingView = z.infer<typeof healthFindingSchema>;
export const healthFindingListSchema = pageOf(healthFindingSchema);

/** What puts many findings right at once. */
export const healthFixSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('retire') }),
  z.strictObject({ kind: z.literal('owner'), owner: ownerSchema }),
  z.strictObject({ kind: z.literal('review-by'), date: dateSchema }),
  z.strictObject({
    kind: z.literal('data-class'),
    dataClass: z.strictObject({ class: z.enum(dataClasses), kind: shortTextSchema.default('') }),
  }),
]);
export type HealthFix = z.infer<typeof healthFixSchema>;

/** Proposes a fix for many items in one request. */
export const proposeFixSchema = z.strictObject({
  itemIds: z.array(itemIdSchema).min(1).max(500),
  fix: healthFixSchema,
  number: z.int().positive().nullable().default(null).describe('The request it becomes part of; null starts one'),
  title: lineSchema(200).optional(),
  reason: proseSchema.default(''),
});
export type ProposeFix = z.input<typeof proposeFixSchema>;
