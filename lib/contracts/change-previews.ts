import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { itemIdSchema, namespaceSchema } from '@/lib/domain/plan/parts';
import { significances } from '@/lib/domain/plan/significance';

const significanceSchema = z.enum(significances);
const _breaksSchema = z.object({ senders: z.boolean(), readers: z.boolean() });
const _countsSchema = z.record(significanceSchema, z.number().int());

import { differenceViewSchema, findingViewSchema, impactViewSchema } from './change-requests';

/** What a draft of one item would do, while it is being written. */
export const previewChangeSchema = z.strictObject({
  /** The request it would be part of; `null` compares with the plan as it is. */
  number: z.int().nullable().default(null),
  itemId: itemIdSchema.nullable().default(null),
  kind: itemKindSchema,
  namespace: namespaceSchema.default(null),
  name: z.string().max(300),
  content: z.record(z.string(), z.json()),
});
export const previewViewSchema = z.object({
  differences: z.array(differenceViewSchema),
  significance: significanceSchema.nullable(),
  summary: z.string(),
  findings: z.array(
    findingViewSchema.extend({ fix: z.object({ field: z.string(), value: z.json(), words: z.string() }).nullable() }),
  ),
  near: z.array(z.object({ itemId: z.string(), name: z.string(), meaning: z.string(), why: z.string() })),
  impact: impactViewSchema,
  alsoOpen: z.array(z.object({ number: z.number().int(), title: z.string() })),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type PreviewView = z.infer<typeof previewViewSchema>;
