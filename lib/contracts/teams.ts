import * as z from 'zod';
import { lineSchema, momentSchema, personRefSchema } from './common';

const memberIdsSchema = z.array(z.string().max(100)).max(500);

export const createTeamRequestSchema = z.strictObject({
  name: lineSchema(80),
  description: z.string().trim().max(500).default(''),
  memberIds: memberIdsSchema.default([]),
});

/** Absent leaves a field as it is; `memberIds` replaces the whole list. */
export const updateTeamRequestSchema = z.strictObject({
  name: lineSchema(80).optional(),
  description: z.string().trim().max(500).optional(),
  memberIds: memberIdsSchema.optional(),
});
export type UpdateTeamRequest = z.infer<typeof updateTeamRequestSchema>;

export const teamListQuerySchema = z.strictObject({
  archived: z.enum(['true', 'false']).default('false').describe('`true` lists archived teams too'),
});

export const teamViewSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  members: z.array(personRefSchema),
  createdAt: momentSchema,
  archivedAt: momentSchema.nullable(),
});
export type TeamView = z.infer<typeof teamViewSchema>;
export const teamListSchema = z.object({ items: z.array(teamViewSchema) });
