import * as z from 'zod';
import { lineSchema, momentSchema } from './common';

const stagesSchema = z
  .array(lineSchema(60))
  .max(20)
  .refine((stages) => new Set(stages.map((stage) => stage.toLowerCase())).size === stages.length, 'Each stage once');

/** A tracking plan as lists and frames need it. */
export const planViewSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  headRelease: z.number().int(),
  stages: z.array(z.string()),
  archivedAt: momentSchema.nullable(),
  createdAt: momentSchema,
  lockVersion: z.number().int(),
});
export type PlanView = z.infer<typeof planViewSchema>;

export const planListSchema = z.object({
  items: z.array(planViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});

export const planListQuerySchema = z.strictObject({
  archived: z.enum(['true', 'false']).optional().describe('With archived plans'),
});

/** A plan's address: lower case letters, digits and dashes. */
export const planSlugSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/u, 'Use lower-case letters, digits and dashes');

export const createPlanSchema = z.strictObject({
  name: lineSchema(100),
  slug: planSlugSchema.optional().describe('Made from the name when absent'),
  description: z.string().trim().max(2_000).default(''),
  stages: stagesSchema.optional(),
});
export type CreatePlan = z.infer<typeof createPlanSchema>;

export const updatePlanSchema = z.strictObject({
  name: lineSchema(100).optional(),
  description: z.string().trim().max(2_000).optional(),
  stages: stagesSchema.optional(),
});
export type UpdatePlan = z.infer<typeof updatePlanSchema>;
