import * as z from 'zod';
import { ownerSchema } from '@/lib/domain/plan/parts';
import { lineSchema, momentSchema, personRefSchema, textSchema } from './common';
import { ownerRefSchema } from './items';

const wordSchema = lineSchema(100).refine((text) => /[\p{L}\p{N}]/u.test(text), 'It needs a letter or a digit');

/** A word of the plan's own: what it means, other words for it, whom to ask. */
export const createTermSchema = z.strictObject({
  term: wordSchema,
  definition: textSchema(2_000, 'Say what it means'),
  aliases: z.array(wordSchema).max(20, 'Keep it to 20').default([]),
  owner: ownerSchema.nullable().default(null),
});
export type CreateTerm = z.input<typeof createTermSchema>;

/** Absent leaves a member as it is. */
export const updateTermSchema = z.strictObject({
  term: createTermSchema.shape.term.optional(),
  definition: createTermSchema.shape.definition.optional(),
  aliases: z.array(wordSchema).max(20, 'Keep it to 20').optional(),
  owner: ownerSchema.nullable().optional(),
});
export type UpdateTerm = z.input<typeof updateTermSchema>;

export const termViewSchema = z.object({
  id: z.string(),
  term: z.string(),
  anchor: z.string().describe('Its place on the glossary page'),
  definition: z.string(),
  aliases: z.array(z.string()),
  owner: ownerRefSchema.nullable(),
  updatedAt: momentSchema,
  updatedBy: personRefSchema,
  lockVersion: z.number().int(),
});
export type TermView = z.infer<typeof termViewSchema>;

export const termListSchema = z.object({
  items: z.array(termViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});
