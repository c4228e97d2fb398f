import * as z from 'zod';

/** What each side said where a request and the plan clashed, and what was made of it. */
export const settledConflictSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  label: z.string(),
  take: z.enum(['theirs', 'yours', 'written']),
  base: z.string().nullable(),
  theirs: z.string().nullable(),
  yours: z.string().nullable(),
  result: z.string().nullable(),
});
export type SettledConflictView = z.infer<typeof settledConflictSchema>;
