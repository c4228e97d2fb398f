import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { itemIdSchema } from '@/lib/domain/plan/parts';
import { rolloutStates } from '@/lib/domain/rollout/rollout';
import { momentSchema, personRefSchema } from './common';

const stateSchema = z.enum(rolloutStates);
const daySchema = z.iso.date();

/** How the change of a release to an item stands in one source; everything begins as planned. */
export const rolloutCellSchema = z.object({
  itemId: z.string(),
  sourceId: z.string(),
  state: stateSchema,
  version: z.string(),
  releasedOn: daySchema.nullable(),
  seenOn: daySchema.nullable(),
  note: z.string(),
  /** The day from which the source sends the new meaning. */
  effectiveOn: daySchema.nullable(),
  /** How often it was set; 0 for what never was. */
  step: z.number().int(),
  by: personRefSchema.nullable(),
  at: momentSchema.nullable(),
});
export type RolloutCellView = z.infer<typeof rolloutCellSchema>;

const namedSchema = z.object({ id: z.string(), kind: itemKindSchema, name: z.string() });

/** The table of a release: its changed items by the sources that send them. */
export const rolloutViewSchema = z.object({
  release: z.number().int(),
  items: z.array(namedSchema.extend({ operation: z.enum(['added', 'changed', 'removed']) })),
  sources: z.array(namedSchema),
  cells: z.array(rolloutCellSchema),
});
export type RolloutView = z.infer<typeof rolloutViewSchema>;

/** States to set, each the whole of what is known; `step` names what the writer saw. */
export const setRolloutSchema = z.strictObject({
  set: z
    .array(
      z.strictObject({
        itemId: itemIdSchema,
        sourceId: itemIdSchema,
        state: stateSchema,
        version: z.string().max(100).default(''),
        releasedOn: daySchema.nullable().default(null),
        seenOn: daySchema.nullable().default(null),
        note: z.string().max(1_000).default(''),
        step: z.int().min(0).optional(),
      }),
    )
    .min(1)
    .max(500),
});

export const followingQuerySchema = z.object({
  source: itemIdSchema.optional().describe('What still has to follow in the code of this source'),
  item: itemIdSchema.optional().describe('Every change of this item, source by source'),
});

/** Changes with how they stand in sources. */
export const followingSchema = z.object({
  items: z.array(
    z.object({
      release: z.number().int(),
      mergedAt: momentSchema,
      request: z.object({ number: z.number().int(), title: z.string() }),
      item: namedSchema,
      operation: z.enum(['added', 'changed', 'removed']),
      source: namedSchema,
      cell: rolloutCellSchema,
    }),
  ),
});
export type Following = z.infer<typeof followingSchema>;
