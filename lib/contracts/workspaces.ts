import * as z from 'zod';
import { roleSchema } from '@/lib/domain/access/role-schema';
import { lineSchema, momentSchema } from './common';

/** The part of an address that names a workspace, plan or team: lower-case words joined by hyphens. */
export const slugSchema = z
  .string()
  .trim()
  .min(2, 'Use at least 2 characters')
  .max(48, 'Keep it to 48 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use a–z, 0–9 and single hyphens');

export const createWorkspaceRequestSchema = z.strictObject({
  name: lineSchema(80),
  slug: slugSchema.optional().describe('Made from the name when absent'),
});

export const updateWorkspaceRequestSchema = z.strictObject({
  name: lineSchema(80).optional(),
  slug: slugSchema.optional(),
});
export type UpdateWorkspaceRequest = z.infer<typeof updateWorkspaceRequestSchema>;

export const workspaceViewSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  /** The reader's own role. */
  role: roleSchema,
  createdAt: momentSchema,
  lockVersion: z.number().int(),
});
export type WorkspaceView = z.infer<typeof workspaceViewSchema>;
