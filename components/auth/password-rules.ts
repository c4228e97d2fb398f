import type * as z from 'zod';
import { passwordFault } from '@/lib/domain/access/password';

/** A form's schema with the rules for a new password, which the server checks again. */
export function withPasswordRules<T extends z.ZodType<{ password: string; email?: string; name?: string }>>(
  schema: T,
): T {
  return schema.superRefine((values, context) => {
    const fault = passwordFault(values.password, values);
    if (fault && values.password) context.addIssue({ code: 'custom', path: ['password'], message: fault });
  });
}
