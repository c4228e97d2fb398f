import * as z from 'zod';
import { roleSchema } from '@/lib/domain/access/role-schema';
import { emailSchema, newPasswordSchema } from './account';
import { lineSchema, momentSchema, personRefSchema } from './common';

export const createInvitationRequestSchema = z.strictObject({
  role: roleSchema,
  email: emailSchema.nullable().default(null).describe('When given, only an account of this address may accept'),
  expiresInDays: z.number().int().min(1).max(90).default(14),
});

export const invitationStates = ['open', 'accepted', 'expired', 'revoked'] as const;

export const invitationViewSchema = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  inviter: personRefSchema,
  state: z.enum(invitationStates),
  createdAt: momentSchema,
  expiresAt: momentSchema,
});
export type InvitationView = z.infer<typeof invitationViewSchema>;
export const invitationListSchema = z.object({ items: z.array(invitationViewSchema) });

/** The answer to creating one: the only time the link is shown. */
export const createdInvitationViewSchema = invitationViewSchema.extend({ link: z.string() });

/** What the holder of a link sees before anything is asked of them. */
export const invitationOfferSchema = z.object({
  workspace: z.object({ name: z.string(), slug: z.string() }),
  inviter: z.object({ name: z.string() }),
  role: roleSchema,
  email: z.string().nullable(),
  state: z.enum(invitationStates),
  expiresAt: momentSchema,
});
export type InvitationOffer = z.infer<typeof invitationOfferSchema>;

const secretSchema = z.string().min(10).max(200);

/** The secret travels in a body, so that it stands in no access log. */
export const readInvitationRequestSchema = z.strictObject({ secret: secretSchema });

/** Accepting as somebody without an account. */
export const joinRequestSchema = z.strictObject({
  secret: secretSchema,
  name: lineSchema(80),
  email: emailSchema,
  password: newPasswordSchema,
});

export const acceptInvitationRequestSchema = z.strictObject({ secret: secretSchema });
export const acceptedViewSchema = z.object({ workspace: z.string() });
