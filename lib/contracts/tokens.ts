import * as z from 'zod';
import { roleSchema } from '@/lib/domain/access/role-schema';
import { scopeSchema } from '@/lib/domain/access/scopes';
import { lineSchema, momentSchema, personRefSchema } from './common';

export const createTokenRequestSchema = z.strictObject({
  name: lineSchema(80),
  scopes: z.array(scopeSchema).min(1, 'Choose at least one scope').max(5),
  expiresInDays: z.number().int().min(1).max(365).nullable().default(90).describe('`null` never expires'),
});

export const tokenViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first characters, to recognise it by. */
  prefix: z.string(),
  scopes: z.array(scopeSchema),
  /** The highest role it acts in; its maker's present role caps it too. */
  role: roleSchema,
  createdBy: personRefSchema,
  createdAt: momentSchema,
  lastUsedAt: momentSchema.nullable(),
  expiresAt: momentSchema.nullable(),
  revokedAt: momentSchema.nullable(),
});
export type TokenView = z.infer<typeof tokenViewSchema>;
export const tokenListSchema = z.object({ items: z.array(tokenViewSchema) });

/** The answer to making one: the only time the secret is shown. */
export const createdTokenViewSchema = tokenViewSchema.extend({ secret: z.string() });
export type CreatedTokenView = z.infer<typeof createdTokenViewSchema>;
