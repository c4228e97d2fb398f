import * as z from 'zod';
import { lineSchema, momentSchema, personRefSchema } from './common';

export const createShareLinkSchema = z.strictObject({
  name: lineSchema(80).describe('Whom it is for'),
  release: z.number().int().min(1).nullable().default(null).describe('The release it shows; `null` shows the newest'),
  expiresInDays: z.union([z.literal(7), z.literal(30), z.literal(90)]).default(30),
});
export type CreateShareLink = z.input<typeof createShareLinkSchema>;

export const shareLinkViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  release: z.int().nullable(),
  /** Its first characters, to recognise it by. */
  prefix: z.string(),
  createdBy: personRefSchema,
  createdAt: momentSchema,
  expiresAt: momentSchema,
  lastUsedAt: momentSchema.nullable(),
  revokedAt: momentSchema.nullable(),
  /** Whether it opens the plan at this moment. */
  isOpen: z.boolean(),
});
export type ShareLinkView = z.infer<typeof shareLinkViewSchema>;
export const shareLinkListSchema = z.object({ items: z.array(shareLinkViewSchema) });

/** The answer to making one: the only time its address is shown. */
export const createdShareLinkSchema = shareLinkViewSchema.extend({ url: z.string() });
