import * as z from 'zod';
import { momentSchema, pageOf, pageQuerySchema } from './common';

/** Which state changes; absent members do not restrict. */
const filters = {
  subjectKind: z.string().max(60).optional(),
  subjectId: z.string().max(100).optional(),
  actor: z.string().max(100).optional().describe('Id of the person, or `system`'),
  action: z
    .string()
    .max(60)
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .optional()
    .describe('`noun.verb`, or a noun for all its verbs'),
  from: momentSchema.optional(),
  until: momentSchema.optional().describe('The first moment that is not meant'),
};
export const auditQuerySchema = pageQuerySchema.extend(filters);
export const auditExportQuerySchema = z.strictObject({
  ...filters,
  format: z.enum(['jsonl', 'csv']).default('jsonl').describe('JSON Lines hold all that is needed to verify the chain'),
});
export type AuditFilter = Omit<z.infer<typeof auditExportQuerySchema>, 'format'>;

/** Whether every entry still continues the one before it. */
export const auditCheckSchema = z.object({
  entries: z.number().int(),
  /** The number of the first entry that does not; null when all do. */
  brokenAt: z.number().int().nullable(),
});
export type AuditCheck = z.infer<typeof auditCheckSchema>;

/** One state change: who, by what, what, and what about. */
export const auditEntryViewSchema = z.object({
  seq: z.number().int(),
  at: momentSchema,
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  via: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntryView = z.infer<typeof auditEntryViewSchema>;
export const auditPageSchema = pageOf(auditEntryViewSchema);
