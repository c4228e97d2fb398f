import * as z from 'zod';
import { momentSchema, pageOf, pageQuerySchema } from './common';

export const auditQuerySchema = pageQuerySchema.extend({
  subjectKind: z.string().max(60).optional(),
  subjectId: z.string().max(100).optional(),
});

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
