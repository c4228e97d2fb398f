import * as z from 'zod';
import { lossSchema } from '@/lib/domain/transfer/loss';
import { atQuerySchema } from './common';

/** A format a plan can be exported to. */
export const exportFormatSchema = z.object({
  id: z.string(),
  label: z.string(),
  summary: z.string(),
  /** JSON Schema of its options, with their defaults: what the form is drawn from. */
  options: z.record(z.string(), z.unknown()),
});
export type ExportFormat = z.infer<typeof exportFormatSchema>;
export const exportFormatsSchema = z.object({
  items: z.array(exportFormatSchema),
  /** Where this instance is reached, for commands that run elsewhere. */
  origin: z.string(),
});

/** What is exported: a release, a day, or the plan as a change request would leave it; and which events. */
export const exportQuerySchema = z.strictObject({
  format: z.string().min(1).max(60),
  at: atQuerySchema.optional().describe('Release number or date; the newest when absent'),
  changeRequest: z.coerce.number().int().min(1).optional().describe('The plan with this change request applied'),
  filter: z
    .string()
    .max(1_000)
    .default('')
    .describe('Only events that match, with what they refer to: `stage:activation owner:me`'),
  options: z.string().max(10_000).default('{}').describe('Options of the format, as JSON'),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

export const exportPreviewSchema = z.object({
  release: z.int(),
  events: z.int(),
  /** The first hundred. */
  files: z.array(z.object({ path: z.string(), characters: z.int(), text: z.string() })),
  fileCount: z.int(),
  lossCount: z.int(),
  /** What is lost, by cause, the most frequent first; the first fifty causes, each with the first eight of its losses. */
  lossCauses: z.array(z.object({ words: z.string(), count: z.int(), examples: z.array(lossSchema) })),
  lossCauseCount: z.int(),
  /** The name of what a download gives. */
  fileName: z.string(),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;
export const exportFileQuerySchema = exportQuerySchema.extend({
  file: z
    .string()
    .max(500)
    .optional()
    .describe('One file of the export by its path; absent gives all, as an archive when there are several'),
});
