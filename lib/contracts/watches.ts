import * as z from 'zod';
import { watchKinds, watchLevels } from '@/lib/domain/watch/target';
import { momentSchema } from './common';
import { itemRefSchema } from './item-ref';

/** What a watch tells: everything, only what changes numbers, only what one takes part in, or nothing in spite of ownership. */
export const watchLevelSchema = z.enum(watchLevels);

/** How much of a target is heard. */
export const watchTargetSchema = z.strictObject({ level: watchLevelSchema.default('all') });

export const watchViewSchema = z.object({
  targetKind: z.enum(watchKinds),
  targetId: z.string(),
  /** As it stands in an address: `plan`, an item's id, `tag:checkout` … */
  target: z.string(),
  /** "tag checkout", after "You watch". */
  name: z.string(),
  planSlug: z.string(),
  planName: z.string(),
  level: watchLevelSchema,
  /** The item, the property of a value or the source; null of what is gone. */
  item: itemRefSchema.nullable(),
  /** The change request that is muted. */
  requestNumber: z.number().int().nullable(),
  createdAt: momentSchema,
});
export type WatchView = z.infer<typeof watchViewSchema>;

/** What somebody hears of without watching. */
export const automaticWatchSchema = z.object({
  reason: z.enum(['own', 'consumer']),
  planSlug: z.string(),
  planName: z.string(),
  count: z.number().int(),
});

export const watchListSchema = z.object({
  items: z.array(watchViewSchema),
  automatic: z.array(automaticWatchSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});
export type WatchList = z.infer<typeof watchListSchema>;

/** How it stands after watching or stopping. */
export const watchStateSchema = z.object({
  targetId: z.string(),
  target: z.string(),
  watching: z.boolean(),
  level: watchLevelSchema.nullable(),
  watchers: z.number().int(),
});
export type WatchState = z.infer<typeof watchStateSchema>;
