import * as z from 'zod';
import { proseSchema } from '@/lib/domain/plan/parts';
import { momentSchema, personRefSchema } from './common';

const maySchema = z.object({ enabled: z.boolean(), whyNot: z.string().nullable() });

/** One emergency merge: asked for, merged, reviewed or given up. */
export const emergencyViewSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  state: z.enum(['waiting', 'expired', 'withdrawn', 'merged', 'reviewed']),
  askedBy: personRefSchema,
  reason: z.string(),
  at: momentSchema,
  expiresAt: momentSchema,
  /** What is missing, or what it passed by, in words. */
  missing: z.array(z.string()),
  confirmedBy: personRefSchema.nullable(),
  release: z.number().int().nullable(),
  mergedAt: momentSchema.nullable(),
  reviewedBy: personRefSchema.nullable(),
  reviewedAt: momentSchema.nullable(),
  note: z.string(),
  /** What the reader may do with it now. */
  may: z.object({ confirm: maySchema, withdraw: maySchema, review: maySchema }),
});
export type EmergencyView = z.infer<typeof emergencyViewSchema>;

/** Those of a plan that somebody still has to act on, or all of one request. */
export const emergencyListSchema = z.object({ items: z.array(emergencyViewSchema) });

export const askEmergencySchema = z.strictObject({ reason: proseSchema.min(1, 'Give the reason') });
export const reviewEmergencySchema = z.strictObject({ note: proseSchema.default('') });
