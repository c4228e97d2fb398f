import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { momentSchema } from './common';
import { itemRefSchema } from './item-ref';
import { atSchema, ownerRefSchema } from './items';

/** One item as the look-up knows it, kept small: the whole index travels to the browser. */
export const searchDocumentSchema = z.object({
  id: z.string(),
  kind: itemKindSchema,
  name: z.string(),
  namespace: z.string().nullable(),
  displayName: z.string(),
  meaning: z.string().describe('At most 200 characters'),
  formerNames: z.array(z.string()),
  values: z.array(z.string()),
  tags: z.array(z.string()),
  owner: z.string(),
  lifecycle: z.string(),
  category: z.string(),
  properties: z.array(z.string()).describe('Names of the properties it carries'),
  details: z.string().describe('What else is said of it, at most 600 characters'),
});
export type SearchDocument = z.infer<typeof searchDocumentSchema>;

/** A word of the glossary as the look-up knows it. */
export const searchTermSchema = z.object({
  id: z.string(),
  term: z.string(),
  anchor: z.string().describe('Its place on the glossary page'),
  aliases: z.array(z.string()),
  definition: z.string().describe('At most 300 characters'),
});
export type SearchTerm = z.infer<typeof searchTermSchema>;

export const searchIndexSchema = z.object({
  planId: z.string(),
  release: z.number().int(),
  documents: z.array(searchDocumentSchema),
  terms: z.array(searchTermSchema).describe('The glossary, at most 300 characters of each definition'),
  synonyms: z.array(z.array(z.string())).describe('Words that a search takes for one another'),
});
export type SearchIndex = z.infer<typeof searchIndexSchema>;

export const searchQuerySchema = z.strictObject({
  ...atSchema.shape,
  q: z.string().max(300).default(''),
  kind: itemKindSchema.optional(),
  owner: z.string().max(100).optional(),
  lifecycle: z.string().max(40).optional(),
  tag: z.string().max(300).optional(),
  only: z.enum(['said']).optional().describe('Only items of which notes or discussions speak so'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** A text in pieces, those that matched marked. */
export const markedTextSchema = z.array(z.object({ text: z.string(), marked: z.boolean() }));
export type MarkedText = z.infer<typeof markedTextSchema>;

export const searchHitSchema = z.object({
  item: itemRefSchema,
  owner: ownerRefSchema.nullable(),
  name: markedTextSchema,
  /** Where the words were found besides the name. */
  places: z.array(z.object({ label: z.string(), text: markedTextSchema })),
  formerName: z.string().nullable(),
  weak: z.boolean().describe('It may well not be what was asked for'),
  synonym: z.string().nullable().describe('The synonym by which it was found, if by none of the words asked for'),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

const facetSchema = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

/** A word of the glossary that was found. */
export const termHitSchema = z.object({
  id: z.string(),
  anchor: z.string().describe('Its place on the glossary page'),
  term: markedTextSchema,
  definition: markedTextSchema,
  alias: z.string().nullable().describe('The other word for it that was found'),
  weak: z.boolean().describe('It may well not be what was asked for'),
});
export type TermHit = z.infer<typeof termHitSchema>;

export const searchResultSchema = z.object({
  release: z.number().int(),
  releasedAt: momentSchema.nullable(),
  total: z.number().int(),
  weak: z.boolean().describe('No sure match: even the first hit is only close'),
  hits: z.array(searchHitSchema),
  terms: z.array(termHitSchema).describe('Words of the glossary as of then'),
  facets: z.object({ kind: facetSchema, owner: facetSchema, lifecycle: facetSchema, tag: facetSchema }),
});
export type SearchResult = z.infer<typeof searchResultSchema>;
