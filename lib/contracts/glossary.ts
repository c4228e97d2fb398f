import * as z from 'zod';
import { ownerSchema } from '@/lib/domain/plan/parts';
import { lineSchema, momentSchema, personRefSchema, textSchema } from './common';
import { atSchema, ownerRefSchema } from './items';

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

/** As of when the glossary is read. */
export const glossaryQuerySchema = atSchema;

export const termListSchema = z.object({
  items: z.array(termViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
  release: z.number().int().describe('The release that was current then'),
  releasedAt: momentSchema.nullable(),
});
export type TermList = z.infer<typeof termListSchema>;

const saidSchema = termViewSchema.pick({ term: true, definition: true, aliases: true, owner: true });

/** One change of a term: what the glossary said of it before and after. */
export const termChangeSchema = z.object({
  at: momentSchema,
  by: personRefSchema,
  did: z.enum(['create', 'update', 'remove', 'restore']),
  from: saidSchema.nullable().describe('Null when it was not there'),
  to: saidSchema.nullable().describe('Null when it was taken out'),
});
export type TermChange = z.infer<typeof termChangeSchema>;

export const termHistorySchema = z.object({
  items: z.array(termChangeSchema).describe('The latest first, at most 50'),
  nextCursor: z.null(),
  total: z.number().int(),
});
