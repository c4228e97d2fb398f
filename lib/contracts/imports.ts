import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { significances } from '@/lib/domain/plan/significance';
import { findingSchema } from '@/lib/domain/transfer/finding';
import { columnViewSchema, mappingSchema } from '@/lib/domain/transfer/mapping';
import { lineSchema, momentSchema, personRefSchema } from './common';

/** Bytes that a file may have. */
export const maxImportBytes = 50 * 1024 * 1024;

/** One changed item, as a preview shows it. */
export const importChangeSchema = z.object({
  itemId: z.string(),
  kind: itemKindSchema,
  name: z.string(),
  operation: z.enum(['added', 'changed', 'removed']),
  significance: z.enum(significances),
  consequence: z.string(),
  fields: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type ImportChange = z.infer<typeof importChangeSchema>;

/** What an import would do, as far as it was worked out. */
export const importSummarySchema = z.object({
  /** The release it was compared with. */
  release: z.int(),
  counts: z.object({
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    same: z.int(),
    /** Items that an open change request touches too. */
    conflicting: z.int(),
    events: z.int(),
    rejectedRows: z.int(),
  }),
  /** "2 meanings change, 40 additive" */
  words: z.string(),
  /** The first changes, loudest first. */
  changes: z.array(importChangeSchema),
  /** Open change requests that touch the same items. */
  requests: z.array(z.object({ number: z.int(), title: z.string(), items: z.int() })),
  /** Owners in the file whom nobody here is called. */
  missingTeams: z.array(z.string()),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const importStatuses = ['uploading', 'staged', 'applied', 'failed', 'discarded'] as const;

/** An import on its way to a change request. */
export const importViewSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(importStatuses),
  byteSize: z.int(),
  rowCount: z.int(),
  createdBy: personRefSchema,
  createdAt: momentSchema,
  columns: z.array(columnViewSchema),
  mapping: mappingSchema.nullable(),
  findings: z.array(findingSchema),
  summary: importSummarySchema.nullable(),
  /** The change request it became. */
  changeRequest: z.int().nullable(),
});
export type ImportView = z.infer<typeof importViewSchema>;

export const importListSchema = z.object({
  items: z.array(importViewSchema.omit({ columns: true, mapping: true, findings: true, summary: true })),
});

export const createImportQuerySchema = z.strictObject({
  name: z.string().trim().max(200).default('').describe('Name of the file'),
});
export const updateImportRequestSchema = z.strictObject({ mapping: mappingSchema });
export const createImportTeamsRequestSchema = z.strictObject({ names: z.array(lineSchema(100)).min(1).max(500) });
export const applyImportRequestSchema = z.strictObject({
  title: lineSchema(200),
  reason: z.string().trim().max(10_000).default(''),
});
export const appliedImportSchema = z.object({ changeRequest: z.int(), changes: z.int() });
