import * as z from 'zod';
import { roleSchema } from '@/lib/domain/access/role-schema';
import { momentSchema, pageOf, pageQuerySchema } from './common';

export const memberListQuerySchema = pageQuerySchema.extend({
  q: z.string().max(200).optional().describe('Part of a name or address'),
});

/** A member; addresses are for admins and for oneself. */
export const memberViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  joinedAt: momentSchema,
  isYou: z.boolean(),
});
export type MemberView = z.infer<typeof memberViewSchema>;
export const memberPageSchema = pageOf(memberViewSchema);

export const updateMemberRequestSchema = z.strictObject({ role: roleSchema });
