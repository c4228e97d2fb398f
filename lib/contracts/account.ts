import * as z from 'zod';
import { roleSchema } from '@/lib/domain/access/role-schema';
import { lineSchema, momentSchema } from './common';

const addressWords = 'Write an address like ana@example.com';

/** An address as it is typed; the server normalises it before it compares. */
export const emailSchema = z.string().trim().max(254, addressWords).pipe(z.email(addressWords));

/** A password as it is chosen: its rules are checked by the use case, which knows the person. */
export const newPasswordSchema = z.string().min(1, 'Choose a password').max(1024);

export const signInRequestSchema = z.strictObject({
  email: z.string().trim().min(1, 'Write your e-mail address').max(254),
  password: z.string().min(1, 'Write your password').max(1024),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const enterDemoRequestSchema = z.strictObject({ userId: z.string().max(100) });

/** The first admin of an instance, with the workspace they begin. */
export const firstAdminRequestSchema = z.strictObject({
  workspaceName: lineSchema(80),
  name: lineSchema(80),
  email: emailSchema,
  password: newPasswordSchema,
});
export type FirstAdminRequest = z.infer<typeof firstAdminRequestSchema>;

export const changePasswordRequestSchema = z.strictObject({
  currentPassword: z.string().min(1, 'Write your present password').max(1024),
  newPassword: newPasswordSchema,
});
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;

export const renameMyselfRequestSchema = z.strictObject({ name: lineSchema(80) });

/** Who is signed in, and the workspaces they belong to. */
export const accountViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  workspaces: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string(), role: roleSchema })),
});
export type AccountView = z.infer<typeof accountViewSchema>;

/** What a sign-in answers; the session itself travels in the cookie. */
export const signedInViewSchema = z.object({ userId: z.string(), workspace: z.string().nullable() });

/** One place where the person is signed in. */
export const sessionViewSchema = z.object({
  id: z.string(),
  userAgent: z.string(),
  createdAt: momentSchema,
  lastSeenAt: momentSchema,
  expiresAt: momentSchema,
  current: z.boolean(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;
export const sessionListSchema = z.object({ items: z.array(sessionViewSchema) });
