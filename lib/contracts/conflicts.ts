import * as z from 'zod';
import { significances } from '@/lib/domain/plan/significance';
import { momentSchema } from './common';

const significanceSchema = z.enum(significances);
const _breaksSchema = z.object({ senders: z.boolean(), readers: z.boolean() });
const _countsSchema = z.record(significanceSchema, z.number().int());

export const conflictViewSchema = z.object({
  /** Names it in a choice. */
  key: z.string(),
  kind: z.string(),
  itemId: z.string(),
  name: z.string(),
  label: z.string(),
  words: z.string(),
  base: z.string().nullable(),
  theirs: z.string().nullable(),
  yours: z.string().nullable(),
  prose: z.boolean(),
  /** Whether a written result is possible. */
  writable: z.boolean(),
  theirsBy: z
    .object({
      who: z.string(),
      number: z.number().int().nullable(),
      release: z.number().int(),
      at: momentSchema,
      reason: z.string(),
    })
    .nullable(),
});
export type ConflictView = z.infer<typeof conflictViewSchema>;
export const conflictsViewSchema = z.object({
  baseRelease: z.number().int(),
  headRelease: z.number().int(),
  lockVersion: z.number().int(),
  conflicts: z.array(conflictViewSchema),
  merged: z.array(z.object({ itemId: z.string(), name: z.string(), label: z.string(), words: z.string() })),
});
export type ConflictsView = z.infer<typeof conflictsViewSchema>;
export const rebaseSchema = z.strictObject({
  choices: z
    .array(
      z.strictObject({ key: z.string(), take: z.enum(['theirs', 'yours', 'written']), value: z.json().optional() }),
    )
    .default([]),
});
