import * as z from 'zod';
import { ownerSchema } from '@/lib/domain/plan/parts';
import { itemRefSchema } from './item-ref';
import { ownerRefSchema } from './items';

/** Whose items are asked for: a team or a person by id. */
export const ownedQuerySchema = z.strictObject({
  type: ownerSchema.shape.type.describe('Whether the id is of a team or of a person'),
  id: ownerSchema.shape.id,
});

/** Some of the items that somebody owns in a plan, and how many there are. */
const ownedInPlanSchema = z.object({
  plan: z.object({ slug: z.string(), name: z.string() }),
  count: z.number().int(),
  /** The first ones by name. */
  items: z.array(itemRefSchema),
});

/** What a team or a person answers for, plan by plan; plans in which they own nothing are left out. */
export const ownedSchema = z.object({ plans: z.array(ownedInPlanSchema), total: z.number().int() });
export type Owned = z.infer<typeof ownedSchema>;

/** Items that nobody answers for: without an owner, or with one who is gone. */
export const orphansSchema = z.object({
  nobody: z.object({ count: z.number().int(), items: z.array(itemRefSchema) }),
  gone: z.object({
    count: z.number().int(),
    items: z.array(itemRefSchema.extend({ owner: ownerRefSchema })),
  }),
});
export type Orphans = z.infer<typeof orphansSchema>;

/** Everything of one owner, of nobody or of those who are gone, to a new owner. */
export const handOverSchema = z.strictObject({
  from: z.union([ownerSchema, z.enum(['nobody', 'gone'])]),
  to: ownerSchema,
});
export type HandOver = z.infer<typeof handOverSchema>;
