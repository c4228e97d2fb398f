import * as z from 'zod';
import { itemIdSchema, proseSchema } from '@/lib/domain/plan/parts';
import { lineSchema } from './common';
import { itemRefSchema } from './item-ref';

/** Another property that may be the same, and in what the two contradict each other. */
export const propertyVariantSchema = z.object({
  item: itemRefSchema,
  likeness: z.enum(['spelling', 'close']),
  type: z.string().describe('In words'),
  uses: z.number().int(),
  conflicts: z.array(z.string()),
});

export const propertyVariantsSchema = z.object({
  own: z.object({ item: itemRefSchema, type: z.string(), uses: z.number().int() }),
  variants: z.array(propertyVariantSchema),
});
export type PropertyVariants = z.infer<typeof propertyVariantsSchema>;

const most = 50;

/** Which properties become one. */
export const unificationQuerySchema = z.strictObject({
  survivor: itemIdSchema,
  losers: z
    .string()
    .max(most * 50)
    .describe('Ids, separated by commas')
    .transform((text) => text.split(','))
    .pipe(z.array(itemIdSchema).min(1).max(most)),
});

/** What a unification does to one item. */
export const unifiedInSchema = z.object({
  item: itemRefSchema,
  sentences: z.array(z.string()),
});

export const unificationSchema = z.object({
  survivor: itemRefSchema,
  losers: z.array(itemRefSchema),
  items: z.array(unifiedInSchema).describe('At most 200'),
  total: z.number().int().describe('Items that would change'),
  conflicts: z.array(z.string()).describe('In what the properties contradict each other today'),
});
export type Unification = z.infer<typeof unificationSchema>;

/** Proposes that properties become one. */
export const unifySchema = z.strictObject({
  survivor: itemIdSchema,
  losers: z.array(itemIdSchema).min(1).max(most),
  number: z.int().positive().nullable().default(null).describe('The request it becomes part of; null starts one'),
  title: lineSchema(200).optional(),
  reason: proseSchema.default(''),
});
export type Unify = z.input<typeof unifySchema>;
