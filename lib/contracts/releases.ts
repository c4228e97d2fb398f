import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { significances } from '@/lib/domain/plan/significance';
import { differenceViewSchema } from './change-requests';
import { momentSchema, pageOf, personRefSchema } from './common';

/** How many differences there are of each significance. */
export const significanceCountsSchema = z.object({
  meaning: z.number().int(),
  breaking: z.number().int(),
  additive: z.number().int(),
  editorial: z.number().int(),
});
export type SignificanceCounts = z.infer<typeof significanceCountsSchema>;

/** A release in a list. */
export const releaseRowSchema = z.object({
  number: z.number().int(),
  createdAt: momentSchema,
  author: personRefSchema,
  mergedBy: personRefSchema,
  changeRequest: z.object({ number: z.number().int(), title: z.string(), reason: z.string() }),
  counts: significanceCountsSchema,
  itemCount: z.number().int().describe('Items it touched'),
  words: z.array(z.string()).describe('What changed, loudest first, at most five sentences'),
});
export type ReleaseRow = z.infer<typeof releaseRowSchema>;

export const releaseListQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  significance: z.enum(significances).optional(),
  item: z.string().max(60).optional().describe('Only releases that touched this item'),
});

export const releaseListSchema = pageOf(releaseRowSchema);

/** The differences of one item between two states. */
export const itemDifferencesSchema = z.object({
  itemId: z.string(),
  kind: itemKindSchema,
  namespace: z.string().nullable(),
  name: z.string(),
  significance: z.enum(significances),
  versionBefore: z.string().nullable(),
  versionAfter: z.string().nullable(),
  differences: z.array(differenceViewSchema),
});
export type ItemDifferences = z.infer<typeof itemDifferencesSchema>;

/** What lies between two releases, by item, loudest first. */
export const comparisonSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  counts: significanceCountsSchema,
  items: z.array(itemDifferencesSchema),
  /** Items beyond those listed. */
  omitted: z.number().int(),
  total: z.number().int(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const releaseViewSchema = z.object({
  release: releaseRowSchema,
  headRelease: z.number().int(),
  comparison: comparisonSchema,
});
export type ReleaseView = z.infer<typeof releaseViewSchema>;

export const comparisonQuerySchema = z.strictObject({
  from: z.coerce.number().int().min(0).describe('A release; 0 is the empty plan'),
  to: z.coerce.number().int().min(0),
});
