import * as z from 'zod';
import { momentSchema } from './common';
import { itemRefSchema } from './items';

/** What a watch tells: everything, only what changes numbers, or nothing in spite of ownership. */
export const watchLevelSchema = z.enum(['all', 'meaning', 'none']);

/** An item's id or the word `plan`. */
export const watchTargetSchema = z.strictObject({ level: watchLevelSchema.default('all') });

export const watchViewSchema = z.object({
  targetKind: z.enum(['item', 'plan']),
  targetId: z.string(),
  planSlug: z.string(),
  level: watchLevelSchema,
  item: itemRefSchema.nullable(),
  createdAt: momentSchema,
});
export type WatchView = z.infer<typeof watchViewSchema>;

export const watchListSchema = z.object({
  items: z.array(watchViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});

/** How it stands after watching or stopping. */
export const watchStateSchema = z.object({ targetId: z.string(), watching: z.boolean(), watchers: z.number().int() });
export type WatchState = z.infer<typeof watchStateSchema>;
