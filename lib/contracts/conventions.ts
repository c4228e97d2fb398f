import * as z from 'zod';
import { casings } from '@/lib/domain/conventions/casing';
import { grammars } from '@/lib/domain/conventions/grammar';
import { conventionSettingsSchema, ruleIds, severities } from '@/lib/domain/conventions/settings';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { itemIdSchema } from '@/lib/domain/plan/parts';
import { momentSchema, personRefSchema, textSchema } from './common';

export const conventionsViewSchema = z.object({
  conventions: conventionSettingsSchema,
  /** False when what is stored cannot be read; this is the default then. */
  readable: z.boolean(),
  lockVersion: z.number().int(),
});
export type ConventionsView = z.infer<typeof conventionsViewSchema>;

/** Conventions tried on the plan as it is; the plan's own when absent. */
export const conventionsTrialSchema = z.strictObject({ conventions: conventionSettingsSchema.optional() });

/** What one rule finds in the plan, whether it is switched on or not. */
export const ruleTrialSchema = z.object({
  rule: z.enum(ruleIds),
  label: z.string(),
  severity: z.enum(severities),
  count: z.number().int(),
  /** The first few. */
  examples: z.array(
    z.object({
      itemId: z.string(),
      kind: itemKindSchema,
      namespace: z.string().nullable(),
      name: z.string(),
      words: z.string(),
      fix: z.string().nullable(),
    }),
  ),
});
export type RuleTrial = z.infer<typeof ruleTrialSchema>;

export const conventionsTrialViewSchema = z.object({
  release: z.number().int(),
  items: z.number().int(),
  /** What "as most of the plan" comes to; null while there is no majority. */
  majority: z.object({
    eventCasing: z.enum(casings).nullable(),
    propertyCasing: z.enum(casings).nullable(),
    grammar: z.enum(grammars).nullable(),
  }),
  rules: z.array(ruleTrialSchema),
});
export type ConventionsTrialView = z.infer<typeof conventionsTrialViewSchema>;

/** One finding on one item that shall neither warn nor block until a day. */
export const createSuppressionSchema = z.strictObject({
  itemId: itemIdSchema,
  rule: z.enum(ruleIds),
  reason: textSchema(500, 'Give the reason; everybody will read it'),
  until: z.iso.date().describe('The last day on which it holds, a year from today at most'),
});
export type CreateSuppression = z.input<typeof createSuppressionSchema>;

export const suppressionViewSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  /** Of the item as the plan has it, or as it is proposed. */
  name: z.string(),
  /** The item, where the plan has it. */
  item: z
    .object({ id: z.string(), kind: itemKindSchema, namespace: z.string().nullable(), name: z.string() })
    .nullable(),
  rule: z.enum(ruleIds),
  label: z.string(),
  reason: z.string(),
  by: personRefSchema,
  at: momentSchema,
  until: z.string(),
  state: z.enum(['holds', 'expired', 'revoked']),
  revoked: z.object({ by: z.string(), at: momentSchema }).nullable(),
});
export type SuppressionView = z.infer<typeof suppressionViewSchema>;

export const suppressionListSchema = z.object({
  items: z.array(suppressionViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});
